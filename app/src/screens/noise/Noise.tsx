import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { monthsOf } from '#domain/metrics/row';
import { metricsMonths } from '../../live/metrics';
import { everyRules } from '../../live/routingRules';
import { known, type Live } from '../../live/live';
import { useConnection } from '../../live/connection';
import { usePerson } from '../../session/useSession';
import { Empty, Screen, SegmentPanel, Segments, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { periodOf } from '../metrics/periods';
import { Lines } from './Lines';
import { endedIn, rulesById, searchOf, type Selection, selectionOf, views } from './noiseView';

// What it costs in documents read: the four months at most that 90 days touch, and the lists of rules, one for each service or integration that has any.

const back = { to: '/more', label: 'More' };

/** The alerts and rules that paged for nothing in the last 90 days, the worst first, each with what would make it quieter. */
export default function Noise() {
  const { role } = usePerson();
  if (role === 'stakeholder') {
    return <Screen title="Noise" back={back}><Empty title="Noise is for responders" icon="silence"><p>It counts pages that led to nothing, and you are never paged.</p></Empty></Screen>;
  }
  return <ForMembers />;
}

function ForMembers() {
  const [search, setSearch] = useSearchParams();
  const selection = useMemo(() => selectionOf(search), [search]);
  const select = (next: Selection) => setSearch(searchOf(next), { replace: true });
  const { timeZone } = usePerson();
  const { from, to } = periodOf('90', useMinute(), timeZone);
  const isOffline = useConnection().state === 'offline';
  const months = useReadable('metrics/{id}', metricsMonths(monthsOf(from, to)));
  const lists = useReadable('routingRules/{id}', everyRules);
  const rules = useMemo(() => rulesById(known(lists) ?? []), [lists]);
  const everyRuleIsRead = lists.state === 'live' && lists.unreadable === 0;
  // A device's copy of a query holds what it happened to have seen of it: nothing is called gone for that while there is a network to wait for.
  const listed: Live<unknown> = lists.state === 'cached' && !isOffline ? { state: 'loading' } : lists;
  return (
    <Screen title="Noise" back={back} under={<Segments label="What is counted" segments={views} current={selection.by} onChange={(by) => select({ ...selection, by })} />}>
      <SegmentPanel segment={selection.by}>
        <Reading live={months} label="Loading what paged for nothing" rows={6}>
          {(value) => {
            const lines = <Lines incidents={endedIn(value, { from, to })} rules={rules} everyRuleIsRead={everyRuleIsRead} selection={selection} onSelect={select} isPartial={isOffline && months.state === 'cached'} />;
            return selection.by === 'rule' ? <Reading live={listed} label="Loading the rules" rows={6}>{() => lines}</Reading> : lines;
          }}
        </Reading>
      </SegmentPanel>
    </Screen>
  );
}

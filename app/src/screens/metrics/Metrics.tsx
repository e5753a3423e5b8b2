import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { monthsOf } from '#domain/metrics/row';
import { defaultTargets } from '#domain/metrics/targets';
import { metricsMonths, metricsTargets } from '../../live/metrics';
import { useConnection } from '../../live/connection';
import { usePerson } from '../../session/useSession';
import { Empty, Screen, SegmentPanel, Segments, Skeleton, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { Dashboard } from './Dashboard';
import { periodOf, periods } from './periods';
import { searchOf, type Selection, selectionOf, withPeriod } from './selection';

const back = { to: '/more', label: 'More' };

/** How fast incidents were found, taken and ended, what they cost in pages and nights, and how the pager itself did. */
export default function Metrics() {
  const { role } = usePerson();
  if (role === 'stakeholder') {
    return <Screen title="Metrics" back={back}><Empty title="Metrics are for responders" icon="clock"><p>They count who was paged and how fast, and you are never paged.</p></Empty></Screen>;
  }
  return <ForMembers />;
}

function ForMembers() {
  const [search, setSearch] = useSearchParams();
  const selection = useMemo(() => selectionOf(search), [search]);
  const select = (next: Selection) => setSearch(searchOf(next), { replace: true });
  const { timeZone } = usePerson();
  const now = useMinute();
  const { from, to } = periodOf(selection.period, now, timeZone);
  const isOffline = useConnection().state === 'offline';
  const months = useReadable('metrics/{id}', metricsMonths(monthsOf(from, to)));
  const targets = useReadable('settings/{id}', metricsTargets);
  // A device's copy of a query holds what it happened to have seen of it, not all that it asks for.
  const isPartial = isOffline && months.state === 'cached';
  return (
    <Screen title="Metrics" back={back} under={<Segments label="Which time" segments={periods} current={selection.period} onChange={(period) => select(withPeriod(selection, period))} />}>
      <SegmentPanel segment={selection.period}>
        <Reading live={months} label="Loading the figures" rows={6}>
          {(value) => {
            // Held against the defaults for a moment, something would be met that is not.
            if (targets.state === 'loading') return <Skeleton rows={6} label="Loading the figures" />;
            return <Dashboard months={value} targets={targets.state === 'failed' ? null : (targets.value ?? defaultTargets)} from={from} to={to} selection={selection} onSelect={select} isPartial={isPartial} />;
          }}
        </Reading>
      </SegmentPanel>
    </Screen>
  );
}

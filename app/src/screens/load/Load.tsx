import { useState } from 'react';
import { whenWords } from '#domain/time/words';
import { schedules } from '../../live/configuration';
import { MOST_MESSAGES, pagesSince, pastOverrides } from '../../live/load';
import { useConnection } from '../../live/connection';
import { people } from '../../live/people';
import { usePerson } from '../../session/useSession';
import { Empty, Screen, SegmentPanel, Segments, Skeleton, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { useOnCall } from '../oncall/useOnCall';
import type { OnCallFacts } from '../oncall/useOnCall';
import { Counted } from './Counted';
import { periodOf } from './loadRows';
import type { MessageOfPage, Which } from './loadRows';

const back = { to: '/on-call', label: 'On call' };
const segments = [{ key: 'last', title: 'Last 4 weeks' }, { key: 'next', title: 'Next 4 weeks' }] as const;

/** How being on call is spread over people, by night and by day, and where somebody gets no rest. */
export default function Load() {
  const { role } = usePerson();
  if (role === 'stakeholder') {
    return <Screen title="Load" back={back}><Empty title="Load is for responders" icon="onCall"><p>It counts who was on call and paged, and you are never paged.</p></Empty></Screen>;
  }
  return <ForMembers />;
}

function ForMembers() {
  const everySchedule = useReadable('schedules/{id}', schedules);
  const everybody = useReadable('users/{id}', people);
  const facts = useOnCall();
  const [which, setWhich] = useState<Which>('last');
  const [teamId, setTeamId] = useState('');
  const label = 'Loading who was on call';
  return (
    <Screen title="Load" back={back} under={<Segments label="Which weeks" segments={segments} current={which} onChange={setWhich} />}>
      <SegmentPanel segment={which}>
        <Reading live={everySchedule} label={label} rows={6}>
          {() => (
            <Reading live={everybody} label={label} rows={6}>
              {() => {
                if (!facts.complete) return <Skeleton rows={6} label={label} />;
                return which === 'last' ? <Last {...{ facts, teamId, setTeamId }} /> : <Next {...{ facts, teamId, setTeamId }} />;
              }}
            </Reading>
          )}
        </Reading>
      </SegmentPanel>
    </Screen>
  );
}

type Shown = { facts: OnCallFacts; teamId: string; setTeamId: (teamId: string) => void };
// The same objects at every render, or everything is counted anew.
const noPast = {};
const noPages: readonly MessageOfPage[] = [];

function Next(shown: Shown) {
  const now = useMinute();
  const { timeZone } = usePerson();
  return <Counted {...shown} which="next" now={now} period={periodOf('next', now, timeZone)} messages={noPages} past={noPast} note={null} />;
}

function Last(shown: Shown) {
  const now = useMinute();
  const { timeZone } = usePerson();
  const isOffline = useConnection().state === 'offline';
  const period = periodOf('last', now, timeZone);
  const pages = useReadable('notifications/{id}', pagesSince(period.from));
  const past = useReadable('schedules/{id}/past/{id}', pastOverrides(shown.facts.dated.map(({ schedule }) => schedule.id), period.from));
  return (
    <Reading live={pages} label="Loading the pages" rows={6}>
      {(messages) => {
        const oldest = messages.at(-1);
        // A device's copy of a query holds what it happened to have seen of it, not all that it asks for.
        const note = isOffline && pages.state === 'cached' ? 'Offline: this device knows only some of the pages of others. The true counts may be higher.'
          : messages.length + (pages.state === 'live' ? pages.unreadable : 0) >= MOST_MESSAGES && oldest ? `Pages are counted since ${whenWords(oldest.createdAt, now, timeZone)} only: more than ${MOST_MESSAGES.toLocaleString('en')} messages were sent.` : null;
        return (
          <Reading live={past} label="Loading who was on call" rows={6}>
            {(overrides) => <Counted {...shown} which="last" now={now} period={period} messages={messages} past={overrides} note={note} />}
          </Reading>
        );
      }}
    </Reading>
  );
}

import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Override } from '#domain/oncall/schedule';
import type { Team } from '#domain/people/person';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { ChoiceField, Empty, Icon, Stack } from '../../ui';
import { useMay } from '../configuration/useReadable';
import type { OnCallFacts } from '../oncall/useOnCall';
import { zoneWords } from '../schedules/spanDraft';
import { handoffWarnings, restWarnings } from './careWarnings';
import { loadRows, shiftsIn, whoTakesTurns } from './loadRows';
import type { MessageOfPage, Period, Which } from './loadRows';
import { leadSentence } from './loadWords';
import { PeopleCard } from './PeopleCard';
import { Warnings } from './Warnings';
import './load.css';

type Props = {
  facts: OnCallFacts; teamId: string; setTeamId: (teamId: string) => void; which: Which; now: number; period: Period;
  messages: readonly MessageOfPage[]; past: Readonly<Record<string, readonly Override[]>>;
  /** What is not in the counts, where something is not. */
  note: string | null;
};

/** What a period asks of each person, the median beside, and the warnings under it. */
export function Counted({ facts, teamId, setTeamId, which, now, period: { from, to }, messages, past, note }: Props) {
  const { userId: me, timeZone } = usePerson();
  const mayChange = useMay('saveSchedule');
  const counted = useMemo(() => {
    const zoneOf = (userId: string) => facts.people[userId]?.timeZone ?? timeZone;
    const known = { zoneOf, nameOf: facts.nameOf };
    return {
      rows: loadRows(shiftsIn(facts.dated, past, { from, to }), messages, whoTakesTurns(facts.dated, facts.people), known),
      rests: restWarnings(facts.dated, past, which, { from, to }, zoneOf),
    };
  }, [facts, past, messages, which, from, to, timeZone]);
  const teams = teamsWithin(Object.values(facts.teams ?? {}), counted.rows.map(({ userId }) => userId));
  const team = teams.find(({ id }) => id === teamId);
  const isShown = (userId: string) => team?.memberIds.includes(userId) ?? true;
  const rows = counted.rows.filter(({ userId }) => isShown(userId));
  const handoffs = handoffWarnings(facts.dated.filter(({ schedule }) => schedule.layers.some(({ participants }) => participants.some(isShown))), now);
  const subject = (userId: string) => (userId === me ? 'You' : facts.nameOf(userId));
  if (counted.rows.length === 0) {
    return (
      <Empty title="Nobody to count yet" icon="onCall" action={<Link className="action action-quiet action-quiet-accent action-outlined" to={mayChange ? '/schedules/new' : '/schedules'}>{mayChange ? 'Make a schedule' : 'Schedules'}</Link>}>
        <p>As soon as people take turns in a schedule, this shows who carries how much. {mayChange ? '' : 'An admin makes the first one.'}</p>
      </Empty>
    );
  }
  return (
    <Stack>
      {teams.length > 0 ? (
        <ChoiceField label="Team" value={team?.id ?? ''} onChange={(event) => setTeamId(event.target.value)}>
          <option value="">Everybody</option>
          {teams.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
      ) : null}
      <p className="load-lead tabular" data-testid="load-lead">{leadSentence(which, rows, subject)}</p>
      {note ? <p className="load-note" role="status"><Icon name="warning" size={20} /><span>{note}</span></p> : null}
      <PeopleCard rows={rows} which={which} nameOf={(userId) => (userId === me ? `${facts.nameOf(userId)} (you)` : facts.nameOf(userId))} />
      <Warnings rests={counted.rests.filter(({ userId }) => isShown(userId))} handoffs={handoffs} which={which} now={now} zone={timeZone} subject={subject} mayChange={mayChange} />
      <div className="quiet small load-legend tabular">
        <p>{which === 'last' ? `Since ${whenWords(from, now, timeZone)}` : `Until ${whenWords(to, now, timeZone)}`}, {zoneWords(timeZone)}. Night is 22:00 to 07:00 by each person’s own clocks; the mark on a bar is the median.</p>
        {which === 'last' ? <p>Past hours follow the schedules as they are now, with the overrides of then. An incident that pages somebody in several ways or rounds is one page.</p> : null}
      </div>
    </Stack>
  );
}

/** The teams that part the people who are counted: by name, without those that have none of them. */
function teamsWithin(teams: readonly Team[], userIds: readonly string[]): Team[] {
  return teams.filter(({ memberIds }) => memberIds.some((id) => userIds.includes(id))).sort((a, b) => a.name.localeCompare(b.name));
}

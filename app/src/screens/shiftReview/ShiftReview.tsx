import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type PastShift, shiftsToReview, shiftToBegin } from '#domain/shiftReview/shifts';
import { DAY } from '#domain/time/instant';
import { resolveWall, wallAt } from '#domain/time/wallClock';
import { pastOverrides } from '../../live/load';
import { usePerson } from '../../session/useSession';
import { Empty, Screen, Skeleton, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { useOnCall } from '../oncall/useOnCall';
import type { OnCallFacts } from '../oncall/useOnCall';
import { shiftOf } from '../shifts/shiftAddress';
import { OneShift } from './OneShift';
import { Which } from './Which';
import './shift-review.css';

const back = { to: '/on-call', label: 'On call' };
/** How many days of shifts there are to choose from. */
const daysBack = 28;

/** After a shift: what it was like, what it still owes, and what the next person should know. One's own or a colleague's. */
export default function ShiftReview() {
  const { role } = usePerson();
  const facts = useOnCall();
  if (role === 'stakeholder') return <Screen title="Shift review" back={back}><Empty title="Shifts are for responders" icon="onCall"><p>You are never paged, so there is no shift to look back on.</p></Empty></Screen>;
  if (!facts.complete) return <Screen title="Shift review" back={back}><Skeleton rows={5} label="Loading the shift" /></Screen>;
  return <ForMembers facts={facts} />;
}

function ForMembers({ facts }: { facts: OnCallFacts }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  // From a midnight of the reader's zone, so that what is asked of the server stays the same all day.
  const from = resolveWall(Math.floor(wallAt(now, timeZone) / DAY) * DAY - daysBack * DAY, timeZone, 'first');
  const past = useReadable('schedules/{id}/past/{id}', pastOverrides(facts.dated.map(({ schedule }) => schedule.id), from));
  return (
    <Screen title="Shift review" back={back}>
      <Stack>
        <Reading live={past} label="Loading the shifts" rows={5}>{(overrides) => <Chosen facts={facts} past={overrides} from={from} />}</Reading>
      </Stack>
    </Screen>
  );
}

function Chosen({ facts, past, from }: { facts: OnCallFacts; past: Parameters<typeof shiftsToReview>[2]; from: number }) {
  const me = usePerson();
  const now = useMinute();
  const [search, setSearch] = useSearchParams();
  const asked = shiftOf(search.get('shift') ?? '');
  const userId = search.get('person') ?? asked?.userId ?? me.userId;
  const shifts = useMemo(() => shiftsToReview(userId, facts.dated, past, { from, now }), [userId, facts.dated, past, from, now]);
  // A shift's page knows its true start, also where that lies before what there is to choose from.
  const shift = shifts.find(({ id }) => id === search.get('shift')) ?? shiftToBegin(shifts, now);
  const choose = (next: { person: string; shift?: PastShift }) => setSearch({ ...(next.person === me.userId ? {} : { person: next.person }), ...(next.shift === undefined ? {} : { shift: next.shift.id }) }, { replace: true });
  return (
    <>
      <Which userId={userId} shifts={shifts} shift={shift} facts={facts} onChoose={choose} />
      {shift === undefined
        ? <Empty title={userId === me.userId ? 'No shift to look back on' : 'No shift in four weeks'} icon="onCall"><p>{userId === me.userId ? 'You were not on call in the last four weeks. Once you are, what it was like stands here.' : `${facts.nameOf(userId)} was not on call in the last four weeks.`}</p></Empty>
        : <OneShift key={shift.id} shift={shift} facts={facts} />}
    </>
  );
}

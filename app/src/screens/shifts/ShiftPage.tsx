import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { defaultReadiness, readinessId, shiftStartingAt } from '#domain/readiness/shiftReadiness';
import type { ShiftReadiness, WatchedShift } from '#domain/readiness/shiftReadiness';
import { HOUR } from '#domain/time/instant';
import { durationWords, whenWords } from '#domain/time/words';
import { readinessSettings, shiftReadiness } from '../../live/oncall';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, PrimaryAction, QuietAction, Row, Rows, say, Screen, Skeleton, Stack, useMinute } from '../../ui';
import { Check } from '../configuration/Choices';
import { useSaving } from '../configuration/useSaving';
import { RingStatus } from '../inbox/RingStatus';
import { AskSheet } from '../oncall/AskSheet';
import { HandOverNote } from '../oncall/HandOverNote';
import { useOnCall } from '../oncall/useOnCall';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { spanWords } from '../schedules/changeWords';
import { zoneWords } from '../schedules/spanDraft';
import { shiftOf } from './shiftAddress';
import './shifts.css';

const back = { to: '/on-call', label: 'On call' };

/** Before a shift: when it is, whether one is reachable, what the team wants at hand, and one button that says so. */
export default function ShiftPage() {
  const { shiftId = '' } = useParams();
  const { role } = usePerson();
  const facts = useOnCall();
  const named = shiftOf(shiftId);
  const of = facts.dated.find(({ schedule }) => schedule.id === named?.scheduleId);
  const shift = named && of ? shiftStartingAt(of.schedule, named.userId, named.startAt, of.holidays) : undefined;
  if (named && role !== 'stakeholder' && !facts.complete) return <Screen title="Your shift" back={back}><Skeleton rows={4} label="Loading this shift" /></Screen>;
  if (!of || !shift) {
    return <Screen title="Shift" back={back}><Empty title="No shift starts then" icon="onCall"><p>The schedule has changed, or somebody took it over. What is yours stands under On call.</p></Empty></Screen>;
  }
  return <Known key={shiftId} of={of} shift={shift} facts={facts} />;
}

function Known({ of, shift, facts }: { of: Dated; shift: WatchedShift; facts: OnCallFacts }) {
  const { userId } = usePerson();
  const readiness = useLive(shiftReadiness(readinessId(shift)));
  const settings = useLive(readinessSettings);
  const isLoading = readiness.state === 'loading' || settings.state === 'loading';
  if (isLoading) return <Screen title="Shift" back={back}><Skeleton rows={4} label="Loading this shift" /></Screen>;
  const items = known(settings)?.items ?? defaultReadiness.items;
  const said = known(readiness) ?? null;
  if (shift.userId !== userId) return <Screen title={`${facts.nameOf(shift.userId)}’s shift`} back={back}><Stack><When of={of} shift={shift} /><TheirWord said={said} name={facts.nameOf(shift.userId)} /><HandOverNote of={of} /></Stack></Screen>;
  return <Own of={of} shift={shift} items={items} said={said} facts={facts} />;
}

function Own({ of, shift, items, said, facts }: { of: Dated; shift: WatchedShift; items: readonly string[]; said: ShiftReadiness | null; facts: OnCallFacts }) {
  const { timeZone, role } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const [missing, setMissing] = useState<readonly string[]>(said?.missing ?? []);
  const [asking, setAsking] = useState(false);
  const isOver = shift.endAt !== null && shift.endAt <= now;
  const lacking = items.filter((item) => missing.includes(item));
  const isSaid = said !== null && said.confirmedAt !== null && said.missing.length === lacking.length && lacking.every((item) => said.missing.includes(item));
  const confirm = async () => {
    const answer = await saving.save({ type: 'confirmShift', scheduleId: shift.scheduleId, startAt: shift.startAt, missing: lacking });
    if (answer) say(answer.message, 'good');
  };
  return (
    <Screen
      title="Your shift" back={back}
      footer={isOver ? null : (
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          {isSaid && said.confirmedAt !== null
            ? <p className="shift-said tabular" role="status" data-testid="shift-ready"><Icon name="check" size={20} /><span>You said at {whenWords(said.confirmedAt, now, timeZone)} that you are ready{lacking.length > 0 ? `, without: ${lacking.join(', ')}` : ''}.</span></p>
            : <PrimaryAction guarded busy={saving.busy} icon="check" onClick={() => { void confirm(); }} data-testid="confirm-shift">{saving.busy ? 'Saying so' : lacking.length > 0 ? `I am ready, without ${lacking.length === 1 ? (lacking[0] ?? '') : `${lacking.length} things`}` : 'I am ready'}</PrimaryAction>}
        </>
      )}
    >
      <Stack>
        <When of={of} shift={shift} />
        <div className="shift-ring"><RingStatus duty={null} /></div>
        {items.length > 0 ? (
          <section className="shift-items">
            <h2>You have</h2>
            <p className="quiet small">Take the tick off what you are missing: the team then knows.</p>
            {items.map((item) => <Check key={item} label={item} checked={!missing.includes(item)} onChange={(has) => setMissing(has ? missing.filter((each) => each !== item) : [...missing, item])} />)}
          </section>
        ) : null}
        <HandOverNote of={of} />
        <Card flush>
          <Rows label="Besides">
            {shift.endAt !== null && !isOver ? <Row title="You can’t?" detail="Ask the others to take it, or a part of it." end={<QuietAction outlined onClick={() => setAsking(true)}>Ask for cover</QuietAction>} /> : null}
            {shift.endAt !== null && shift.endAt <= now + HOUR ? <Row to={`/shift-review?shift=${encodeURIComponent(readinessId(shift))}`} title="Review your shift" detail={isOver ? 'What it was like, and what it leaves' : 'It ends soon: what waits, and what the next person should know'} data-testid="review-shift" /> : null}
            <Row to={`/schedules/${encodeURIComponent(shift.scheduleId)}`} title="The schedule" detail={of.schedule.name} />
            {role === 'admin' ? <Row to="/readiness" title="What a shift starts with" detail={items.length === 0 ? 'The team’s list, empty so far' : 'The team’s list, and when it asks'} /> : null}
          </Rows>
        </Card>
      </Stack>
      {asking && shift.endAt !== null ? <AskSheet shift={{ scheduleId: shift.scheduleId, name: of.schedule.name, startAt: shift.startAt, endAt: shift.endAt }} facts={facts} onClose={() => setAsking(false)} /> : null}
    </Screen>
  );
}

function When({ of: { schedule }, shift: { startAt, endAt } }: { of: Dated; shift: WatchedShift }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const isOver = endAt !== null && endAt <= now;
  return (
    <div className="shift-when tabular">
      <p className="shift-time">{endAt === null ? `${whenWords(startAt, now, timeZone)}, no end in sight` : spanWords(startAt, endAt, now, timeZone)}</p>
      <p className="quiet">{schedule.name} · {isOver ? 'over' : startAt <= now ? 'running' : `in ${durationWords(startAt - now)}`}{endAt === null ? '' : ` · ${durationWords(endAt - startAt)} long`}</p>
      <p className="quiet small">In your time zone, {zoneWords(timeZone)}.</p>
    </div>
  );
}

function TheirWord({ said, name }: { said: ShiftReadiness | null; name: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  if (said === null || said.confirmedAt === null) return <Card tone="warning"><p>{said === null ? `${name} was not asked yet whether they are ready.` : `${name} was asked at ${whenWords(said.askedAt, now, timeZone)} and has not answered. Call them, or see who could take it.`}</p></Card>;
  return <Card tone="good"><p className="tabular">{name} said at {whenWords(said.confirmedAt, now, timeZone)} that they are ready{said.missing.length > 0 ? `, without: ${said.missing.join(', ')}` : ''}.</p></Card>;
}

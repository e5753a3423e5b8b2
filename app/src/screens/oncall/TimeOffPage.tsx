import { useState } from 'react';
import type { CoverRequest } from '#domain/oncall/cover';
import type { TimeOff } from '#domain/oncall/timeOff';
import { DAY } from '#domain/time/instant';
import { wallTimeAt } from '#domain/time/zone';
import { openCoverRequests } from '../../live/oncall';
import { known } from '../../live/live';
import { person as onePerson } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Field, PrimaryAction, QuietAction, Row, say, Screen, Sheet, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useSaving } from '../configuration/useSaving';
import { spanWords } from '../schedules/changeWords';
import { SpanFields } from '../schedules/SpanFields';
import { spanOf } from '../schedules/spanDraft';
import { openShifts } from './timeOff';
import type { OpenShift } from './timeOff';
import { useOnCall } from './useOnCall';
import type { OnCallFacts } from './useOnCall';
import './on-call.css';

/** When the reader is away, and which of their shifts then still need somebody else. */
export default function TimeOffPage() {
  const { userId, role } = usePerson();
  const live = useLive(role === 'stakeholder' ? null : onePerson(userId));
  const facts = useOnCall();
  const [adding, setAdding] = useState(false);
  const back = { to: '/profile', label: 'Profile' };
  if (role === 'stakeholder') return <Screen title="Time off" back={back}><Empty title="Time off is for responders" icon="onCall"><p>You are never paged, so nothing needs cover.</p></Empty></Screen>;
  return (
    <Screen title="Time off" back={back} footer={<PrimaryAction icon="plus" onClick={() => setAdding(true)} data-testid="add-time-off">Add time off</PrimaryAction>}>
      <Reading live={live} label="Loading your time off" rows={2}>{(person) => <Times times={person?.timeOff ?? []} facts={facts} />}</Reading>
      {adding ? <AddSheet onClose={() => setAdding(false)} /> : null}
    </Screen>
  );
}

function Times({ times, facts }: { times: readonly TimeOff[]; facts: OnCallFacts }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const requests = known(useLive(openCoverRequests)) ?? [];
  const coming = times.filter(({ endAt }) => endAt > now);
  if (coming.length === 0) return <Empty title="No time off planned" icon="onCall"><p>Add when you are away. Nobody is taken off call by it: Rouse lists the shifts that need cover, and you ask for it here.</p></Empty>;
  return (
    <Stack>
      <p className="quiet small">You stay on call until somebody takes a shift over.</p>
      {coming.map((timeOff) => (
        <Card flush key={timeOff.id}>
          <Row title={<span className="tabular">{spanWords(timeOff.startAt, timeOff.endAt, now, timeZone)}</span>} detail={timeOff.note || undefined} end={<Remove timeOff={timeOff} />} data-testid="time-off" />
          <Open shifts={openShifts(facts.dated, userId, [timeOff], now)} requests={requests} complete={facts.complete} />
        </Card>
      ))}
    </Stack>
  );
}

function Open({ shifts, requests, complete }: { shifts: readonly OpenShift[]; requests: readonly CoverRequest[]; complete: boolean }) {
  if (!complete) return null;
  if (shifts.length === 0) return <p className="quiet small on-call-none">No shift of yours needs cover then.</p>;
  return <ul className="time-off-shifts" aria-label="Shifts that need cover">{shifts.map((shift) => <OneShift key={`${shift.scheduleId} ${shift.startAt}`} shift={shift} requests={requests} />)}</ul>;
}

/** One tap asks for the whole stretch: there is nothing to decide. */
function OneShift({ shift: { scheduleId, name, startAt, endAt }, requests }: { shift: OpenShift; requests: readonly CoverRequest[] }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const asked = requests.some((request) => request.userId === userId && request.scheduleId === scheduleId && request.startAt <= startAt && request.endAt >= endAt);
  const ask = async () => {
    const answer = await saving.save({ type: 'askCover', scheduleId, startAt, endAt, note: '', inReturn: null });
    if (answer) say('Asked. You stay on call until somebody takes it.', 'good');
  };
  const when = spanWords(startAt, endAt, now, timeZone);
  return (
    <li className="tabular">
      <span>{name}: {when}</span>
      {asked ? <span className="quiet">Cover asked for</span> : <QuietAction disabled={saving.busy} aria-label={`Ask for cover: ${name}, ${when}`} onClick={() => { void ask(); }} data-testid="ask-cover-now">{saving.busy ? 'Asking' : 'Ask for cover'}</QuietAction>}
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
    </li>
  );
}

function Remove({ timeOff }: { timeOff: TimeOff }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const remove = async () => {
    const answer = await saving.save({ type: 'removeTimeOff', timeOffId: timeOff.id });
    say(answer ? 'Removed.' : 'Not removed. Look whether you are online, then try again.', answer ? 'good' : 'danger');
  };
  return <QuietAction tone="plain" disabled={saving.busy} aria-label={`Remove the time off ${spanWords(timeOff.startAt, timeOff.endAt, now, timeZone)}`} onClick={() => { void remove(); }}>Remove</QuietAction>;
}

function AddSheet({ onClose }: { onClose: () => void }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const [draft, setDraft] = useState(() => ({ start: `${wallTimeAt(now + DAY, timeZone).slice(0, 10)}T00:00`, end: `${wallTimeAt(now + 8 * DAY, timeZone).slice(0, 10)}T00:00` }));
  const [note, setNote] = useState('');
  const save = async () => {
    const span = spanOf(draft, timeZone);
    if (!('startAt' in span)) return saving.refuse('Enter from when to when.');
    const answer = await saving.save({ type: 'saveTimeOff', timeOffId: null, ...span, note: note.trim() });
    if (!answer) return;
    say(answer.message, 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title="Add time off">
      <div className="sheet-form">
        <SpanFields draft={draft} zone={timeZone} whose="your" onChange={setDraft} />
        <Field label="Note" value={note} maxLength={200} placeholder="Holiday" onChange={(event) => setNote(event.target.value)} />
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <PrimaryAction busy={saving.busy} onClick={() => { void save(); }} data-testid="save-time-off">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

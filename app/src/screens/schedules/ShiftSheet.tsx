import { useMemo, useState } from 'react';
import { onCallAt, shiftsBetween } from '#domain/oncall/oncall';
import type { Override } from '#domain/oncall/schedule';
import type { Span } from '#domain/time/weeklyWindow';
import { usePerson } from '../../session/useSession';
import { ChoiceField, PrimaryAction, QuietAction, say, Sheet, useMinute } from '../../ui';
import { Choices } from '../configuration/Choices';
import { useSaving } from '../configuration/useSaving';
import { AskCover } from '../oncall/AskCover';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { ChangeLines } from './ChangeLines';
import { changeSentence, overrideChanges, spanWords } from './changeWords';
import { membersOf } from './members';
import { namesWords } from './names';
import { SpanFields } from './SpanFields';
import { spanDraftOf, spanOf } from './spanDraft';

type Mode = 'replace' | 'add' | 'remove' | 'ask';

/** What can be done about a stretch of a schedule, with what it would change before it is saved. `userId`: whose shift was tapped; null for a gap or for days. */
export function ShiftSheet({ of: { schedule, holidays }, about, facts, onClose }: { of: Dated; about: Span & { userId: string | null }; facts: OnCallFacts; onClose: () => void }) {
  const { userId: me } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const zone = schedule.timeZone;
  const there = useMemo(() => [...new Set(shiftsBetween(schedule, about.startAt, about.endAt, holidays).map(({ userId }) => userId))], [schedule, holidays, about]);
  const [mode, setMode] = useState<Mode>(there.length === 0 ? 'add' : about.userId === me ? 'ask' : 'replace');
  const [draft, setDraft] = useState(() => spanDraftOf(about, zone));
  const [whose, setWhose] = useState(about.userId ?? onCallAt(schedule, about.startAt, holidays)[0] ?? there[0] ?? '');
  const [by, setBy] = useState('');
  const [overrideId] = useState(() => crypto.randomUUID());
  const span = spanOf(draft, zone);
  const isTime = 'startAt' in span;
  const override = isTime ? overrideOf(mode, overrideId, span, by, whose) : null;
  const found = override ? overrideChanges(schedule, holidays, override) : null;
  const isTemporary = isTime && schedule.temporary.some(({ startAt, endAt }) => startAt < span.endAt && endAt > span.startAt);
  const own = there.includes(me);
  const title = about.userId === null ? (there.length === 0 ? 'Nobody is on call' : 'Change who is on call') : about.userId === me ? 'Your shift' : `${facts.nameOf(about.userId)}’s shift`;
  const save = async () => {
    if (!override) return saving.refuse(isTime ? 'Choose a person.' : 'Enter from when to when.');
    const answer = await saving.save({ type: 'addOverride', scheduleId: schedule.id, override });
    if (!answer) return;
    say(found?.gap ? 'Saved. Nobody is on call then: somebody has to take it.' : 'Saved.', found?.gap ? 'danger' : 'good');
    onClose();
  };
  const modes: { key: Mode; title: string }[] = [
    ...(own ? [{ key: 'ask' as const, title: 'Ask for cover' }] : []),
    ...(there.length > 0 ? [{ key: 'replace' as const, title: own && there.length === 1 ? 'Somebody covers you' : 'Cover this shift' }] : []),
    { key: 'add', title: there.length === 0 ? 'Put somebody on call' : 'Add somebody' },
    ...(there.length > 0 ? [{ key: 'remove' as const, title: 'Take off' }] : []),
  ];
  if (about.endAt <= now) {
    return (
      <Sheet open onClose={onClose} title={title}>
        <p className="sheet-words tabular">{schedule.name} · {spanWords(about.startAt, about.endAt, now, zone)}</p>
        <p>{there.length === 0 ? 'Nobody was on call.' : `${namesWords(there.map(facts.nameOf))} ${there.length === 1 ? 'was' : 'were'} on call.`} This time is over, so nothing of it can be changed.</p>
        <div className="sheet-actions"><QuietAction tone="plain" onClick={onClose}>Close</QuietAction></div>
      </Sheet>
    );
  }
  return (
    <Sheet open onClose={onClose} title={title}>
      <p className="sheet-words tabular">{schedule.name} · {spanWords(about.startAt, about.endAt, now, zone)}</p>
      <div className="sheet-form">
        {modes.length > 1 ? <Choices legend="What to do" options={modes} chosen={mode} onChange={setMode} /> : null}
        {mode === 'ask' ? <AskCover of={{ schedule, holidays }} span={about} facts={facts} onDone={onClose} /> : (
          <>
            {mode !== 'add' && (about.userId === null || there.length > 1) ? (
              <ChoiceField label={mode === 'remove' ? 'Who is taken off' : 'Whose shift'} value={whose} onChange={(event) => setWhose(event.target.value)}>
                {there.map((id) => <option key={id} value={id}>{facts.nameOf(id)}</option>)}
              </ChoiceField>
            ) : null}
            {mode === 'remove' ? null : (
              <ChoiceField label={mode === 'add' ? 'Who is on call as well' : 'Who takes it'} value={by} onChange={(event) => setBy(event.target.value)} data-testid="override-by">
                <option value="" disabled>Choose a person</option>
                {membersOf(facts.people).filter(({ id }) => mode === 'add' || id !== whose).map(({ id, name }) => <option key={id} value={id}>{id === me ? `${name} (you)` : name}</option>)}
              </ChoiceField>
            )}
            <SpanFields draft={draft} zone={zone} whose="the schedule’s" onChange={setDraft} />
            {found ? <ChangeLines lines={found.changes.map((change) => changeSentence(change, now, zone, facts.nameOf))} more={found.count - found.changes.length} nothing={isTemporary ? 'This changes nothing: a temporary schedule runs then. Change its shifts instead.' : 'This changes nothing: look at the time and the people.'} /> : null}
            {found?.gap ? <p className="change-warning" role="alert">This leaves nobody on call: a page goes on to the next step at once.</p> : null}
            {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
            <PrimaryAction guarded busy={saving.busy} tone={found?.gap ? 'danger' : 'accent'} disabled={found?.count === 0} onClick={() => { void save(); }} data-testid="save-override">
              {saving.busy ? 'Saving' : found?.gap ? 'Leave nobody on call' : mode === 'remove' ? 'Take off' : mode === 'add' ? 'Add' : 'Save the cover'}
            </PrimaryAction>
          </>
        )}
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

function overrideOf(mode: Mode, id: string, span: Span, by: string, whose: string): Override | null {
  const during = { id, startAt: span.startAt, endAt: span.endAt };
  switch (mode) {
    case 'replace': return by === '' || whose === '' || by === whose ? null : { kind: 'replace', ...during, addUserId: by, removeUserId: whose };
    case 'add': return by === '' ? null : { kind: 'add', ...during, addUserId: by };
    case 'remove': return whose === '' ? null : { kind: 'remove', ...during, removeUserId: whose };
    case 'ask': return null;
    default: return mode satisfies never;
  }
}

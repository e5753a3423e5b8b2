import { useMemo, useState } from 'react';
import type { Span } from '#domain/time/weeklyWindow';
import { usePerson } from '../../session/useSession';
import { ChoiceField, PrimaryAction, say, TextField, useMinute } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { spanWords } from '../schedules/changeWords';
import { SpanFields } from '../schedules/SpanFields';
import { spanDraftOf, spanOf } from '../schedules/spanDraft';
import { swappable } from './cover';
import type { Dated, OnCallFacts } from './useOnCall';

/** Asks everybody to take a stretch of the reader's shift; with one to take in return it is a swap. */
export function AskCover({ of, span: asked, facts, onDone }: { of: Dated; span: Span; facts: OnCallFacts; onDone: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const [draft, setDraft] = useState(() => spanDraftOf(asked, timeZone));
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState('');
  const options = useMemo(() => swappable(of, userId, asked, now), [of, userId, asked, now]);
  const keyOf = ({ startAt, endAt }: Span) => `${startAt}-${endAt}`;
  const ask = async () => {
    const span = spanOf(draft, timeZone);
    if (!('startAt' in span)) return saving.refuse('Enter from when to when.');
    const back = options.find((option) => keyOf(option) === chosen);
    const answer = await saving.save({ type: 'askCover', scheduleId: of.schedule.id, ...span, note: note.trim(), inReturn: back ? { startAt: back.startAt, endAt: back.endAt } : null });
    if (!answer) return;
    say(answer.message || 'Asked. You stay on call until somebody takes it.', 'good');
    onDone();
  };
  return (
    <>
      <SpanFields draft={draft} zone={timeZone} whose="your" onChange={setDraft} />
      <ChoiceField label="In return" value={chosen} hint="A swap: whoever takes yours gives you theirs." onChange={(event) => setChosen(event.target.value)}>
        <option value="">Nothing, just cover</option>
        {options.slice(0, 30).map((option) => <option key={`${option.userId} ${keyOf(option)}`} value={keyOf(option)}>I take {facts.nameOf(option.userId)}: {spanWords(option.startAt, option.endAt, now, timeZone)}</option>)}
      </ChoiceField>
      <TextField label="Note" rows={2} maxLength={300} value={note} placeholder="At the dentist" onChange={(event) => setNote(event.target.value)} />
      <p className="quiet small">You stay on call until somebody takes it.</p>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <PrimaryAction busy={saving.busy} onClick={() => { void ask(); }} data-testid="ask-cover">{saving.busy ? 'Asking' : 'Ask for cover'}</PrimaryAction>
    </>
  );
}

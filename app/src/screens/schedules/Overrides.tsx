import { useState } from 'react';
import type { Override } from '#domain/oncall/schedule';
import { usePerson } from '../../session/useSession';
import { Card, PrimaryAction, QuietAction, Row, Rows, say, Sheet, useMinute } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { ChangeLines } from './ChangeLines';
import { changeSentence, overrideWords, spanWords, undoChanges } from './changeWords';

/** The overrides that run or come, each of which can be taken back. */
export function Overrides({ of, facts }: { of: Dated; facts: OnCallFacts }) {
  const { role } = usePerson();
  const now = useMinute();
  const [undoing, setUndoing] = useState<Override | null>(null);
  const { overrides, timeZone } = of.schedule;
  const upcoming = overrides.filter(({ endAt }) => endAt > now).sort((a, b) => a.startAt - b.startAt);
  return (
    <Card flush title="Overrides to come">
      {upcoming.length === 0 ? <p className="quiet schedule-empty">None. Tap a shift or a day to change who is on call.</p> : (
        <Rows label="Overrides to come">
          {upcoming.map((override) => (
            <Row
              key={override.id} title={overrideWords(override, facts.nameOf)} data-testid="override-row" detail={<span className="tabular">{spanWords(override.startAt, override.endAt, now, timeZone)}</span>}
              end={role === 'stakeholder' ? null : <QuietAction icon="undo" aria-label={`Undo: ${overrideWords(override, facts.nameOf)}`} onClick={() => setUndoing(override)}>Undo</QuietAction>}
            />
          ))}
        </Rows>
      )}
      {undoing ? <UndoSheet of={of} override={undoing} facts={facts} onClose={() => setUndoing(null)} /> : null}
    </Card>
  );
}

function UndoSheet({ of: { schedule, holidays }, override, facts, onClose }: { of: Dated; override: Override; facts: OnCallFacts; onClose: () => void }) {
  const now = useMinute();
  const saving = useSaving();
  const { changes, count } = undoChanges(schedule, holidays, override);
  const undo = async () => {
    if (!(await saving.save({ type: 'removeOverride', scheduleId: schedule.id, overrideId: override.id }))) return;
    say('Undone.', 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title="Undo this override">
      <p className="sheet-words tabular">{overrideWords(override, facts.nameOf)}, {spanWords(override.startAt, override.endAt, now, schedule.timeZone)}</p>
      <ChangeLines lines={changes.map((change) => changeSentence(change, now, schedule.timeZone, facts.nameOf))} more={count - changes.length} nothing="Nobody is on call otherwise than now." />
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded busy={saving.busy} onClick={() => { void undo(); }} data-testid="confirm">{saving.busy ? 'Undoing' : 'Undo it'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

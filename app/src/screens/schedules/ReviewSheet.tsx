import type { CommandAnswer } from '#domain/command/answer';
import type { Schedule } from '#domain/oncall/schedule';
import { Icon, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { ChangeLines } from './ChangeLines';

/** What the server says a save would change, before it is saved. */
export function ReviewSheet({ schedule, found, isNew, onClose, onSaved }: { schedule: Schedule; found: CommandAnswer; isNew: boolean; onClose: () => void; onSaved: () => void }) {
  const saving = useSaving();
  const findings = (found.findings ?? []).filter(({ level }) => level !== 'hint');
  const lines = found.changes ?? [];
  // Of a new one every shift is a change, and its preview has shown them.
  const shown = isNew ? 5 : 20;
  const save = async () => {
    if (!(await saving.save({ type: 'saveSchedule', schedule }))) return;
    say('Saved. It holds within 30 s.', 'good');
    onSaved();
  };
  return (
    <Sheet open onClose={onClose} title="What changes">
      <div className="sheet-form">
        {isNew ? <p className="quiet">A new schedule: it pages nobody until a policy names it.</p> : null}
        <ChangeLines lines={lines.slice(0, shown)} more={Math.max(0, lines.length - shown)} nothing="Nobody is on call otherwise than now." />
        {findings.length > 0 ? (
          <ul className="advice">
            {findings.slice(0, 6).map(({ text, level }) => <li key={text} className={level === 'problem' ? 'advice-gap' : undefined}><Icon name="warning" size={20} /><span className="tabular">{text}</span></li>)}
          </ul>
        ) : null}
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <PrimaryAction guarded busy={saving.busy} onClick={() => { void save(); }} data-testid="confirm">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Go on editing</QuietAction>
      </div>
    </Sheet>
  );
}

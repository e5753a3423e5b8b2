import type { CommandAnswer } from '#domain/command/answer';
import type { Schedule } from '#domain/oncall/schedule';
import { Icon, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { ChangeLines } from './ChangeLines';

/** What the server says a save would change, before it is saved. */
export function ReviewSheet({ schedule, found, isNew, onClose, onSaved }: { schedule: Schedule; found: CommandAnswer; isNew: boolean; onClose: () => void; onSaved: () => void }) {
  const saving = useSaving();
  const findings = (found.findings ?? []).filter(({ level }) => level !== 'hint');
  const save = async () => {
    if (!(await saving.save({ type: 'saveSchedule', schedule }))) return;
    say('Saved. It holds within 30 s.', 'good');
    onSaved();
  };
  return (
    <Sheet open onClose={onClose} title="What changes">
      <div className="sheet-form">
        <ChangeLines lines={(found.changes ?? []).slice(0, 20)} more={Math.max(0, (found.changes?.length ?? 0) - 20)} nothing={isNew ? 'A new schedule: nobody’s shifts change until a policy names it.' : 'Nobody is on call otherwise than now.'} />
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

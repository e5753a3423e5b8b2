import { Sheet } from '../../ui';
import { AskCover } from './AskCover';
import type { OwnShift } from './Shifts';
import type { OnCallFacts } from './useOnCall';

/** Asks for cover of one of the reader's shifts. */
export function AskSheet({ shift, facts, onClose }: { shift: Pick<OwnShift, 'scheduleId' | 'name' | 'startAt' | 'endAt'>; facts: OnCallFacts; onClose: () => void }) {
  const dated = facts.dated.find(({ schedule }) => schedule.id === shift.scheduleId);
  if (!dated) return null;
  return (
    <Sheet open onClose={onClose} title="Ask for cover">
      <p className="sheet-words">{shift.name}</p>
      <div className="sheet-form"><AskCover of={dated} span={shift} facts={facts} onDone={onClose} /></div>
    </Sheet>
  );
}

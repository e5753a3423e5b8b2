import { PrimaryAction, Sheet } from '../../../ui';
import { FilterChoices } from './FilterChoices';
import type { ChoicesProps } from './FilterChoices';

/** The filter on a phone, where there is no room beside the list. `left`: how many rows the choices leave. */
export default function FilterSheet({ open, onClose, left, ...choices }: ChoicesProps & { open: boolean; onClose: () => void; left: number }) {
  return (
    <Sheet open={open} onClose={onClose} title="Filters">
      <FilterChoices {...choices} />
      <div className="sheet-actions">
        <PrimaryAction guarded onClick={onClose} data-testid="filters-done">{left === 0 ? 'No incident fits' : `Show ${left} ${left === 1 ? 'incident' : 'incidents'}`}</PrimaryAction>
      </div>
    </Sheet>
  );
}

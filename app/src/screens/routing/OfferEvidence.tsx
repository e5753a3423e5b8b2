import { PrimaryAction, QuietAction, Sheet } from '../../ui';

/** Before rules that quieten something are saved: what they would have done is worth a look, and nobody has to take it. */
export function OfferEvidence({ open, onClose, onSave, onLook }: { open: boolean; onClose: () => void; onSave: () => void; onLook: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Look at the evidence first?">
      <div className="sheet-words">
        <p>These rules suppress alerts or hold them back. Rouse can decide the events of the last 90 days by them and say whether a real incident would have been missed or delayed.</p>
      </div>
      <div className="sheet-actions">
        <PrimaryAction guarded onClick={onLook} data-testid="offer-look">Look at the evidence</PrimaryAction>
        <PrimaryAction guarded tone="plain" onClick={onSave} data-testid="offer-save">Save without it</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

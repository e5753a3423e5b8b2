import type { ReactNode } from 'react';
import { PrimaryAction, QuietAction } from './Actions';
import { Sheet } from './Sheet';

/** Asks before something that cannot be taken back, or that wakes somebody. `other` is the gentler way out, if there is one. */
export function ConfirmSheet({ open, onClose, title, children, confirm, onConfirm, tone, other }: {
  open: boolean; onClose: () => void; title: string; children?: ReactNode;
  confirm: string; onConfirm: () => void; tone?: 'accent' | 'danger'; other?: { label: string; onChoose: () => void };
}) {
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      {children ? <div className="sheet-words">{children}</div> : null}
      <div className="sheet-actions">
        {other ? <PrimaryAction guarded onClick={() => { other.onChoose(); onClose(); }}>{other.label}</PrimaryAction> : null}
        <PrimaryAction guarded tone={other ? 'plain' : (tone ?? 'accent')} onClick={() => { onConfirm(); onClose(); }} data-testid="confirm">{confirm}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

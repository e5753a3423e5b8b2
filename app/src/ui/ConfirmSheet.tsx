import { IonModal } from '@ionic/react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { PrimaryAction, QuietAction } from './Actions';
import './sheet.css';

/** A sheet from the foot of the screen. Escape, the backdrop and swiping close it; focus stays inside while it is up. */
export function Sheet({ open, onClose, title, children }: { open: boolean; onClose: () => void; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <IonModal className="rouse-sheet" isOpen={open} onDidDismiss={onClose} aria-labelledby={id}>
      <div className="sheet"><h2 id={id}>{title}</h2>{children}</div>
    </IonModal>
  );
}

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

import { IonModal } from '@ionic/react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import './sheet.css';

/** The sheet itself, on Ionic's modal. */
export default function IonicSheet({ open, onClose, title, children }: { open: boolean; onClose: () => void; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <IonModal className="rouse-sheet" isOpen={open} onDidDismiss={onClose} aria-labelledby={id}>
      <div className="sheet"><h2 id={id}>{title}</h2>{children}</div>
    </IonModal>
  );
}

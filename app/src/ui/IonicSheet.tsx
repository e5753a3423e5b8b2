import { IonModal } from '@ionic/react';
import type { ReactNode } from 'react';
import './sheet.css';

/** The sheet itself, on Ionic's modal. */
export default function IonicSheet({ open, onClose, title, children }: { open: boolean; onClose: () => void; title: string; children: ReactNode }) {
  return (
    // By a label: the dialog itself lies in the shadow of this element, from where an id out here is not found.
    <IonModal className="rouse-sheet" isOpen={open} onDidDismiss={onClose} aria-label={title}>
      <div className="sheet"><h2>{title}</h2>{children}</div>
    </IonModal>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { Field, PrimaryAction, QuietAction, Sheet } from '../../ui';
import type { Saving } from './useSaving';
import './configuration.css';

/** Asks before something goes for good. `typed`: its name has to be written, for what a tool out there still relies on. */
export function RemoveSheet({ name, typed, saving, onRemove, onClose, children }: {
  name: string; typed?: boolean; saving: Saving; onRemove: () => void; onClose: () => void; children: ReactNode;
}) {
  const [written, setWritten] = useState('');
  const isMeant = !typed || written.trim() === name;
  return (
    <Sheet open onClose={onClose} title={`Remove ${name}`}>
      <div className="sheet-words">{children}</div>
      {typed ? <Field label={`Write “${name}” to confirm`} value={written} autoComplete="off" autoCapitalize="none" onChange={(event) => setWritten(event.target.value)} /> : null}
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded tone="danger" busy={saving.busy} disabled={!isMeant} onClick={onRemove} data-testid="confirm">{saving.busy ? 'Removing' : 'Remove for good'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}

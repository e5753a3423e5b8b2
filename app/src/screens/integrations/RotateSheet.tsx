import { useState } from 'react';
import type { Integration } from '#domain/service/service';
import { PrimaryAction, QuietAction, Sheet } from '../../ui';
import { Choices } from '../configuration/Choices';
import { useSaving } from '../configuration/useSaving';

const spans = [
  { key: '0', title: 'Not at all', detail: 'For a key that somebody should not have. Until the tool has the new one, its alerts are refused.' },
  { key: '24', title: 'For 24 h', detail: 'Both work until tomorrow: time to change the tool over.' },
  { key: '72', title: 'For 72 h', detail: 'Both work over a weekend.' },
] as const;

/** Makes a new key; the old one goes on for as long as it takes to change the tool over. */
export function RotateSheet({ integration: { id, name }, onRotated }: { integration: Integration; onRotated: (rotated: { key: string; at: number }) => void }) {
  const [asking, setAsking] = useState(false);
  const [hours, setHours] = useState<(typeof spans)[number]['key']>('24');
  const saving = useSaving();
  const rotate = async () => {
    // By this device's clock, while events tell Rouse's: a minute covers what they differ by.
    const at = Date.now() - 60_000;
    const answer = await saving.save({ type: 'rotateIntegrationKey', integrationId: id, keepOldForHours: Number(hours) });
    if (!answer) return;
    if (answer.key === undefined) return saving.refuse(answer.message);
    setAsking(false);
    onRotated({ key: answer.key, at });
  };
  return (
    <>
      <QuietAction outlined onClick={() => setAsking(true)} data-testid="rotate">Make a new key</QuietAction>
      <Sheet open={asking} onClose={() => setAsking(false)} title={`A new key for ${name}`}>
        <Choices legend="How long the old key still works" options={spans} chosen={hours} onChange={setHours} />
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <div className="sheet-actions">
          <PrimaryAction guarded busy={saving.busy} onClick={() => { void rotate(); }} data-testid="confirm">{saving.busy ? 'Making the key' : 'Make the new key'}</PrimaryAction>
          <QuietAction tone="plain" onClick={() => setAsking(false)}>Cancel</QuietAction>
        </div>
      </Sheet>
    </>
  );
}

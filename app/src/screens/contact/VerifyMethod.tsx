import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import { Sheet, useMinute } from '../../ui';
import { CodeStep } from './CodeStep';

/** Goes on with a method that was added and not verified. */
export function VerifyMethod({ method: { id, kind, address, proof }, channels, onClose }: { method: ContactMethod; channels: Reach['channels']; onClose: () => void }) {
  const now = useMinute();
  // A code that has run out counts as none.
  const sentAt = proof !== null && proof.expiresAt > now ? proof.sentAt : null;
  return <Sheet open onClose={onClose} title={`Verify ${address}`}><CodeStep methodId={id} kind={kind} address={address} channels={channels} sentAt={sentAt} onDone={onClose} /></Sheet>;
}

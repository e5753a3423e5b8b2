import { type Phase, phaseNames } from '#domain/incident/phase';
import { ConfirmSheet } from '../../../ui';

type Props = { phase: Phase; isFirst: boolean; open: boolean; onClose: () => void; onPublish: () => void };

/** Asks once more: what the public has read cannot be taken back. */
export function PublishSheet({ phase, isFirst, open, onClose, onPublish }: Props) {
  return (
    <ConfirmSheet open={open} onClose={onClose} title={`${isFirst ? 'Publish it' : 'Publish the update'}: ${phaseNames[phase].toLowerCase()}`} confirm="Publish" onConfirm={onPublish}>
      <p>Everybody can read this, and it stays.</p>
      <p>{phase === 'resolved' ? 'It says that the trouble is over. ' : ''}Whoever subscribed to the page is told by e-mail.</p>
    </ConfirmSheet>
  );
}

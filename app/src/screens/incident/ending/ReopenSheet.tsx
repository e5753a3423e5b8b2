import type { Incident } from '#domain/incident/incident';
import { useCommands } from '../../../commands/useCommands';
import { ConfirmSheet } from '../../../ui';

/** Opens it again, once its consequence is said: it wakes people. */
export function ReopenSheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  return (
    <ConfirmSheet open={open} onClose={onClose} title="Reopen this incident" confirm="Reopen, and page" onConfirm={() => { void act({ type: 'reopen', incidentId: incident.id }); }}>
      <p>It pages again, from the first step of its policy. What was said at the end stays in the timeline.</p>
    </ConfirmSheet>
  );
}

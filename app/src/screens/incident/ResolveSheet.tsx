import type { Incident } from '#domain/incident/incident';
import { warnsOnResolve } from '#domain/incident/finish';
import { useCommands } from '../../commands/useCommands';
import { ConfirmSheet } from '../../ui';

/** Ends the incident. While alerts fire, watching it comes first: it ends by itself when they do. */
export function ResolveSheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  const { id: incidentId, alertCounts: { firing } } = incident;
  const warns = warnsOnResolve(incident);
  return (
    <ConfirmSheet
      open={open} onClose={onClose} title={warns ? 'Alerts still fire' : 'Resolve this incident'}
      confirm={warns ? 'Resolve anyway' : 'Resolve'} onConfirm={() => { void act({ type: 'resolve', incidentId }); }}
      {...(warns && incident.clocks.mitigatedAt === null
        ? { other: { label: 'Watch it (monitoring)', onChoose: () => { void act({ type: 'setMilestone', incidentId, milestone: 'serviceRestored' }); } } }
        : {})}
    >
      <p>{warns
        ? `${firing} ${firing === 1 ? 'alert still fires' : 'alerts still fire'}. Watching keeps the incident open and ends it once nothing fires any more. What fires now pages nobody meanwhile.`
        : 'No alert fires. It can be reopened.'}</p>
    </ConfirmSheet>
  );
}

import type { Incident } from '#domain/incident/incident';
import { QuietAction } from '../../../ui';
import { useSending } from '../useSending';
import { otherSeverity } from './impactView';
import './impact.css';

/** The severity that the answers call for, one tap; nothing where it has it already. */
export function Proposal({ incident, onTaken }: { incident: Incident; onTaken?: () => void }) {
  const { sending, send } = useSending();
  const proposal = otherSeverity(incident, incident.impact?.answers ?? {});
  if (proposal === null) return null;
  const take = async () => {
    if (await send('severity', { type: 'setSeverity', incidentId: incident.id, severity: proposal.severity })) onTaken?.();
  };
  return (
    <div className="impact-proposal" role="status" data-testid="impact-proposal">
      <p>{proposal.reason} It is {incident.severity} now.</p>
      <QuietAction outlined guarded disabled={sending !== null} onClick={() => { void take(); }} data-testid="take-severity">Make it {proposal.severity}</QuietAction>
    </div>
  );
}

import type { Incident } from '#domain/incident/incident';
import { Card, Stack } from '../../ui';
import { Links } from './Links';

/** What a stakeholder sees beneath the head: the words and links; the rest is said to be others' work. */
export function StakeholderView({ incident }: { incident: Incident }) {
  return (
    <Stack>
      {incident.description ? <Card title="What is known">{incident.description}</Card> : null}
      <Links links={incident.links} />
      <p className="quiet small">You follow this incident as a stakeholder. Alerts, timeline and runbook belong to the responders.</p>
    </Stack>
  );
}

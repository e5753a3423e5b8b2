import type { Incident } from '#domain/incident/incident';
import { Card, Icon, Row, Rows } from '../../ui';
import { followUps } from './listView';

/** What is learned goes where it is looked for at night. */
export function FollowUp({ incident }: { incident: Incident }) {
  const { runbook, problem } = followUps(incident);
  return (
    <Card title="So that it helps at night" flush>
      <Rows label="What is learned goes on">
        <Row to={runbook} start={<Icon name="runbooks" />} title={incident.runbookId === null ? 'Write a runbook' : 'Update the runbook'} detail={incident.runbookId === null ? `${incident.serviceName} had none in this incident` : 'The one of this incident'} data-testid="update-runbook" />
        <Row to={problem} start={<Icon name="help" />} title="Make it a known problem" detail="Shown with every incident of its kind until it is mended" data-testid="make-problem" />
      </Rows>
    </Card>
  );
}

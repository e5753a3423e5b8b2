import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { SeverityPolicy } from '#domain/incident/severity';
import { severityProblems } from '#domain/incident/severityProblems';
import type { Person } from '#domain/people/person';
import { at } from '../store/documents';
import { save } from '../store/saved';
import { createIntegration, removeIntegration, rotateIntegrationKey, saveIntegration, sendDemoAlert } from './integrations';
import { removeHeartbeat, rotateHeartbeatKey, saveHeartbeat } from './heartbeats';
import { endMaintenanceWindow, removeMaintenanceWindow, saveMaintenanceWindow } from './maintenance';
import { saveMetricsTargets } from './metrics';
import { refusal } from './refusal';
import { savePolicy } from './policies';
import { dryRunRoutingRules, saveRoutingRules, testRoutingRules } from './routing';
import { removeService, saveService } from './services';

/** An admin's change of configuration; who changed what goes to the audit. */
export async function changeConfiguration(sent: ConfigurationCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'savePolicy': return savePolicy(sent, sender);
    case 'saveService': return saveService(sent, sender);
    case 'removeService': return removeService(sent, sender);
    case 'createIntegration': return createIntegration(sent, sender);
    case 'saveIntegration': return saveIntegration(sent, sender);
    case 'rotateIntegrationKey': return rotateIntegrationKey(sent, sender);
    case 'removeIntegration': return removeIntegration(sent, sender);
    case 'sendDemoAlert': return sendDemoAlert(sent);
    case 'saveRoutingRules': return saveRoutingRules(sent, sender);
    case 'testRoutingRules': return testRoutingRules(sent);
    case 'dryRunRoutingRules': return dryRunRoutingRules(sent, sender);
    case 'saveMaintenanceWindow': return saveMaintenanceWindow(sent, sender);
    case 'endMaintenanceWindow': return endMaintenanceWindow(sent, sender);
    case 'removeMaintenanceWindow': return removeMaintenanceWindow(sent, sender);
    case 'saveHeartbeat': return saveHeartbeat(sent, sender);
    case 'rotateHeartbeatKey': return rotateHeartbeatKey(sent, sender);
    case 'removeHeartbeat': return removeHeartbeat(sent, sender);
    case 'saveSeverities': return saveSeverities(sent, sender);
    case 'saveMetricsTargets': return saveMetricsTargets(sent, sender);
    default: return sent satisfies never;
  }
}

async function saveSeverities({ severities, commandId }: Extract<ConfigurationCommand, { type: 'saveSeverities' }>, sender: Person): Promise<CommandAnswer> {
  const problems = severityProblems(severities);
  if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
  await save({ ref: at.severities(), schema: SeverityPolicy, sender, commandId, change: () => severities });
  return { outcome: 'done', code: 'saveSeverities', message: 'Saved. What arrives from now on is read by it.' };
}

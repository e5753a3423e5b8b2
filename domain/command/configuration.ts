import { z } from 'zod';
import { EscalationPolicy } from '../escalation/policy';
import { Severity, SeverityPolicy } from '../incident/severity';
import { Mapping } from '../ingest/generic/mapping';
import { MetricsTargets } from '../metrics/targets';
import { MaintenanceWindow } from '../maintenance/maintenanceWindow';
import { Heartbeat } from '../heartbeat/heartbeat';
import { RoutingRule, RuleScope } from '../routing/rule';
import { Grouping, Signature, SupportHours, Vendor } from '../service/service';
import { command, id } from './envelope';

const name = z.string().trim().min(1, 'is needed').max(80);
const ruleList = { scope: RuleScope, rules: z.array(RoutingRule).max(100) };
const window = MaintenanceWindow.pick({ name: true, serviceIds: true, tests: true, mode: true, time: true }).shape;
const heartbeat = Heartbeat.pick({ periodSeconds: true, graceSeconds: true }).shape;

/** What an admin sets up. An id of null makes a new one; what was changed, by whom, goes to the audit. */
export const ConfigurationCommand = z.discriminatedUnion('type', [
  command('savePolicy', { policy: EscalationPolicy }),
  command('saveService', { serviceId: id.nullable(), name, description: z.string().max(400), policyId: id, runbookId: id.nullable(), grouping: Grouping, supportHours: SupportHours.nullable().optional(), vendors: z.array(Vendor).max(10).optional() }),
  /** Refused while integrations or heartbeats report on it, or an incident of it is open. */
  command('removeService', { serviceId: id }),
  /** Answers the integration key; it is shown this once and stored as a hash. */
  command('createIntegration', { serviceId: id, source: z.string().min(1).max(40), name }),
  /** `secret`: what a signature is checked with; needed with a new `hmac` or `token` signature, and never shown again. */
  command('saveIntegration', {
    integrationId: id, name, serviceId: id, enabled: z.boolean(), mapping: Mapping.nullable(), signature: Signature,
    limitPerMinute: z.number().int().min(1).max(1_000_000).nullable(), secret: z.string().min(8, 'must have 8 characters or more').max(500).optional(),
  }),
  /** A new key; the old one goes on for so many hours, so that the tool can be changed over. */
  command('rotateIntegrationKey', { integrationId: id, keepOldForHours: z.number().int().min(0).max(72) }),
  command('removeIntegration', { integrationId: id }),
  /** What the tool itself would send, through the whole of Rouse: it pages. `resolved` ends it. */
  command('sendDemoAlert', { integrationId: id, status: z.enum(['firing', 'resolved']) }),
  command('saveRoutingRules', ruleList),
  /** What these rules would make of the newest events; changes nothing. */
  command('testRoutingRules', ruleList),
  /** What these rules would have made of the stored events of the last 90 days, beside what the saved ones make of them; changes nothing. */
  command('dryRunRoutingRules', ruleList),
  command('saveMaintenanceWindow', { windowId: id.nullable(), ...window }),
  command('endMaintenanceWindow', { windowId: id }),
  command('removeMaintenanceWindow', { windowId: id }),
  /** A new one answers its key, which is shown this once. */
  command('saveHeartbeat', { heartbeatId: id.nullable(), name, serviceId: id, severity: Severity, enabled: z.boolean(), ...heartbeat }),
  command('rotateHeartbeatKey', { heartbeatId: id }),
  command('removeHeartbeat', { heartbeatId: id }),
  command('saveSeverities', { severities: SeverityPolicy }),
  command('saveMetricsTargets', { targets: MetricsTargets }),
]);
export type ConfigurationCommand = z.infer<typeof ConfigurationCommand>;

import { z } from 'zod';
import { EscalationPolicy } from '../escalation/policy';
import { IncidentId, IncidentType, Link, Milestone } from '../incident/incident';
import { Severity } from '../incident/severity';
import { Role } from '../people/person';
import { Instant } from '../time/instant';

/** Chosen by the sender, once per intent: a retry with the same id is answered like the first and changes nothing. */
const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, _ or -');
const id = z.string().min(1).max(64);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), commandId: CommandId, ...shape });
const onIncident = { incidentId: IncidentId };

export const IncidentCommand = z.discriminatedUnion('type', [
  command('acknowledge', onIncident),
  command('release', onIncident),
  command('resolve', onIncident),
  command('reopen', onIncident),
  command('escalate', onIncident),
  command('setSeverity', { ...onIncident, severity: Severity }),
  command('setMilestone', { ...onIncident, milestone: Milestone }),
  command('addNote', { ...onIncident, text: z.string().trim().min(1).max(4000) }),
]);
export type IncidentCommand = z.infer<typeof IncidentCommand>;

export const ReportIncident = command('reportIncident', {
  serviceId: id, title: z.string().trim().min(1).max(300), description: z.string().max(4000).optional(),
  severity: Severity.optional(), incidentType: IncidentType.optional(), links: z.array(Link).max(10).optional(), startedAt: Instant.optional(),
});

export const DeviceCommand = z.discriminatedUnion('type', [
  command('registerDevice', {
    deviceId: z.string().min(8).max(64), name: z.string().trim().min(1).max(80), platform: z.enum(['web', 'android', 'ios']),
    pushToken: z.string().min(10).max(4096).nullable(), permission: z.enum(['granted', 'denied', 'prompt']),
    installed: z.boolean(), soundAllowed: z.boolean(),
  }),
  command('removeDevice', { deviceId: z.string().min(8).max(64) }),
  command('sendTestPage', {}),
  /** A page that the open app showed through its listener carries no token: its receipt is a command. */
  command('recordReceipt', { notificationId: id, state: z.enum(['delivered', 'seen']) }),
]);
export type DeviceCommand = z.infer<typeof DeviceCommand>;

const name = z.string().trim().min(1).max(80);
export const PeopleCommand = z.discriminatedUnion('type', [
  command('invitePerson', { name, email: z.email().max(254), role: Role, teamIds: z.array(id).max(50) }),
  command('acceptInvite', { token: z.string().min(20).max(200), password: z.string().min(8).max(200), timeZone: z.string().max(64) }),
  command('setPerson', { userId: id, name: name.optional(), role: Role.optional(), teamIds: z.array(id).max(50).optional() }),
  command('setProfile', { name: name.optional(), timeZone: z.string().min(1).max(64).optional(), privateLockScreen: z.boolean().optional() }),
  command('resetPassword', { userId: id }),
  /** `dryRun`: only say what the deactivation would leave uncovered. */
  command('deactivatePerson', { userId: id, dryRun: z.boolean().optional() }),
  command('reactivatePerson', { userId: id }),
  command('saveTeam', { teamId: id.nullable(), name, memberIds: z.array(id).max(200) }),
  command('removeTeam', { teamId: id }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;

export const ConfigurationCommand = z.discriminatedUnion('type', [
  command('savePolicy', { policy: EscalationPolicy }),
  /** Answers the integration key; it is shown this once and stored as a hash. */
  command('createIntegration', { serviceId: id, source: z.enum(['alertmanager', 'generic']), name }),
]);
export type ConfigurationCommand = z.infer<typeof ConfigurationCommand>;

/** The body of the callable `command`. */
export const Command = z.discriminatedUnion('type', [
  ...IncidentCommand.options, ReportIncident, ...DeviceCommand.options, ...PeopleCommand.options, ...ConfigurationCommand.options,
]);
export type Command = z.infer<typeof Command>;

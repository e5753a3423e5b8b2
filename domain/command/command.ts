import { z } from 'zod';
import { IncidentId, IncidentType, Link } from '../incident/incident';
import { Severity } from '../incident/severity';
import { Role } from '../people/person';
import { Instant } from '../time/instant';
import { PhoneNumber } from '../contact/contactMethod';
import { ConfigurationCommand } from './configuration';
import { ContactCommand } from './contact';
import { DrillCommand } from './drill';
import { IncidentCommand } from './incident';
import { LearningCommand } from './learning';
import { OnCallCommand } from './oncall';
import { PlanCommand } from './plan';
import { RunbookCommand } from './runbook';
import { StatusPageCommand } from './statusPage';
import { command, id } from './envelope';

export { ConfigurationCommand } from './configuration';
export { ContactCommand } from './contact';
export { DrillCommand } from './drill';
export { IncidentCommand } from './incident';
export { LearningCommand } from './learning';
export { OnCallCommand } from './oncall';
export { PlanCommand } from './plan';
export { RunbookCommand } from './runbook';
export { StatusPageCommand } from './statusPage';

export const ReportIncident = command('reportIncident', {
  serviceId: id, title: z.string().trim().min(1).max(300), description: z.string().max(4000).optional(),
  /** Pasted logs: kept in the timeline as they are. */
  logs: z.string().max(20_000).optional(),
  severity: Severity.optional(), incidentType: IncidentType.optional(), links: z.array(Link).max(10).optional(), startedAt: Instant.optional(),
});

/** Deletes one that has ended, with everything of it. `title`: typed again, as a person is sure of it. */
export const DeleteIncident = command('deleteIncident', { incidentId: IncidentId, title: z.string().max(300), reason: z.string().trim().min(1, 'is needed').max(300) });

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
  command('setProfile', { name: name.optional(), timeZone: z.string().min(1).max(64).optional(), privateLockScreen: z.boolean().optional(),
    /** "Responders may call me": null takes the number back. */
    callNumber: PhoneNumber.nullable().optional() }),
  command('resetPassword', { userId: id }),
  /** `dryRun`: only say what the deactivation would leave uncovered. */
  command('deactivatePerson', { userId: id, dryRun: z.boolean().optional() }),
  command('reactivatePerson', { userId: id }),
  command('saveTeam', { teamId: id.nullable(), name, memberIds: z.array(id).max(200) }),
  command('removeTeam', { teamId: id }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;

/** The body of the callable `command`. */
export const Command = z.discriminatedUnion('type', [
  ...IncidentCommand.options, ReportIncident, DeleteIncident, ...DeviceCommand.options, ...PeopleCommand.options, ...ConfigurationCommand.options,
  ...ContactCommand.options, ...OnCallCommand.options, ...RunbookCommand.options, ...LearningCommand.options,
  ...StatusPageCommand.options, ...PlanCommand.options, ...DrillCommand.options,
]);
export type Command = z.infer<typeof Command>;

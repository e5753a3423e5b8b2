import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { Service } from '#domain/service/service';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { ask } from '../store/queries';
import { save } from '../store/saved';
import { refusal } from './refusal';

type Sent<T extends ConfigurationCommand['type']> = Extract<ConfigurationCommand, { type: T }>;

export async function saveService(sent: Sent<'saveService'>, sender: Person): Promise<CommandAnswer> {
  const { name, description, policyId, runbookId, grouping, supportHours, commandId } = sent;
  const { policies, services } = await configuration(true);
  if (policies[policyId] === undefined) throw refusal('no-such-policy', [{ path: 'policyId', message: 'Choose an escalation policy that exists.' }]);
  if (runbookId !== null && !(await at.runbook(runbookId).get()).exists) throw refusal('no-such-runbook', [{ path: 'runbookId', message: 'Choose a runbook that exists.' }]);
  const id = sent.serviceId ?? idOf('service', sender.id, commandId).slice(0, 20);
  if (Object.values(services).some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())) {
    throw refusal('invalid', [{ path: 'name', message: 'Another service has this name. At night nobody could tell them apart.' }]);
  }
  await save({
    ref: at.service(id), schema: Service, sender, commandId,
    change: (before) => {
      if (before === undefined && sent.serviceId !== null) throw refusal('no-such-service');
      return { id, name, description, policyId, runbookId, statusComponentId: before?.statusComponentId ?? null, grouping, ...supportHoursOf(supportHours, before), ...vendorsOf(sent.vendors, before) };
    },
  });
  return { outcome: 'done', code: 'saveService', message: `${name} is saved. New incidents use it.`, savedId: id };
}

/** Absent in the command: as they were. */
function vendorsOf(sent: Sent<'saveService'>['vendors'], before: Service | undefined): Pick<Service, 'vendors'> {
  const vendors = sent ?? before?.vendors;
  return vendors === undefined ? {} : { vendors };
}

/** Absent in the command: as it was; null: none any more. */
function supportHoursOf(sent: Sent<'saveService'>['supportHours'], before: Service | undefined): Pick<Service, 'supportHours'> {
  const hours = sent === undefined ? before?.supportHours : (sent ?? undefined);
  return hours === undefined ? {} : { supportHours: hours };
}

/** Removes a service that nothing reports on. What still does is named. */
export async function removeService({ serviceId, commandId }: Sent<'removeService'>, sender: Person): Promise<CommandAnswer> {
  const { integrations, services } = await configuration(true);
  const reporting = Object.values(integrations).filter((each) => each.serviceId === serviceId && !each.removed).map(({ name }) => name);
  if (reporting.length > 0) throw refusal('in-use', [], `${reporting.join(', ')} still ${reporting.length === 1 ? 'reports' : 'report'} on it. Move or remove that first.`);
  for (const status of ['triggered', 'acknowledged', 'monitoring']) {
    const { docs: [open] } = await ask('openIncidentsOfService', [serviceId, status]).limit(1).get();
    if (open !== undefined) throw refusal('in-use', [], `${open.id} is open on it. Resolve that first.`);
  }
  if (services[serviceId] === undefined) throw refusal('no-such-service');
  await save({ ref: at.service(serviceId), schema: Service, sender, commandId, change: () => null });
  return { outcome: 'done', code: 'removeService', message: 'The service is removed. Its incidents stay.', savedId: serviceId };
}

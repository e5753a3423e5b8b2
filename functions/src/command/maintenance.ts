import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { occurrenceAt, windowProblems } from '#domain/maintenance/occurrences';
import { Incident } from '#domain/incident/incident';
import type { Person } from '#domain/people/person';
import { transact } from '../commit/transact';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { save } from '../store/saved';
import { advanceIncident } from '../wake/advanceIncident';
import { refusal } from './refusal';

type Sent<T extends ConfigurationCommand['type']> = Extract<ConfigurationCommand, { type: T }>;

export async function saveMaintenanceWindow(sent: Sent<'saveMaintenanceWindow'>, sender: Person): Promise<CommandAnswer> {
  const { name, serviceIds, tests, mode, time, commandId } = sent;
  const { services } = await configuration(true);
  const unknown = serviceIds.findIndex((id) => services[id] === undefined);
  if (unknown >= 0) throw refusal('no-such-service', [{ path: `serviceIds.${unknown}`, message: 'There is no such service.' }]);
  const id = sent.windowId ?? idOf('window', sender.id, commandId).slice(0, 20);
  await save({
    ref: at.maintenanceWindow(id), schema: MaintenanceWindow, sender, commandId,
    change: (before, now) => {
      if (before === undefined && sent.windowId !== null) throw refusal('no-such-window');
      const problems = windowProblems(time, now);
      if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
      return { id, name, serviceIds, tests, mode, time, createdBy: before?.createdBy ?? { userId: sender.id, name: sender.name }, endedAt: null };
    },
  });
  if (sent.windowId !== null) await retime(id);
  return { outcome: 'done', code: 'saveMaintenanceWindow', message: `${name} is saved.`, savedId: id };
}

/** Ends a window now: what comes from here on pages, and a recurring one does not come again. */
export async function endMaintenanceWindow({ windowId, commandId }: Sent<'endMaintenanceWindow'>, sender: Person): Promise<CommandAnswer> {
  await save({
    ref: at.maintenanceWindow(windowId), schema: MaintenanceWindow, sender, commandId,
    change: (before, now) => {
      if (before === undefined) throw refusal('no-such-window');
      return { ...before, endedAt: before.endedAt ?? now };
    },
  });
  await retime(windowId);
  return { outcome: 'done', code: 'endMaintenanceWindow', message: 'Ended. Alerts page again.', savedId: windowId };
}

/** What the window collected waits for its end: the one that it has now, or none any more. What still fires pages then. */
async function retime(windowId: string): Promise<void> {
  const { docs } = await ask('incidentsOfStatus', ['triggered']).limit(500).get();
  const collected = docs.flatMap((snapshot) => read(Incident, snapshot) ?? []).filter(({ routedBy }) => routedBy?.by === 'maintenance' && routedBy.id === windowId);
  for (const { id } of collected) {
    await transact(async (transaction) => {
      const [found, stored] = await transaction.getAll(at.incident(id), at.maintenanceWindow(windowId));
      const incident = found === undefined ? undefined : read(Incident, found);
      if (found === undefined || incident?.status !== 'triggered' || incident.escalation.state !== 'held') return;
      const now = found.readTime.toMillis();
      const window = stored === undefined ? undefined : read(MaintenanceWindow, stored);
      const due = window === undefined ? now : (occurrenceAt(window, now)?.endsAt ?? now);
      if (due !== incident.escalation.nextAt) transaction.set(found.ref, toStored({ ...incident, wakeAt: due, escalation: { ...incident.escalation, nextAt: due } }));
    });
    await advanceIncident(id);
  }
}

/** Removes a window, as if it had ended now. */
export async function removeMaintenanceWindow({ windowId, commandId }: Sent<'removeMaintenanceWindow'>, sender: Person): Promise<CommandAnswer> {
  await save({
    ref: at.maintenanceWindow(windowId), schema: MaintenanceWindow, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-window');
      return null;
    },
  });
  await retime(windowId);
  return { outcome: 'done', code: 'removeMaintenanceWindow', message: 'The maintenance window is removed.', savedId: windowId };
}

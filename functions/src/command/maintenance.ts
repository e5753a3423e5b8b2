import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { windowProblems } from '#domain/maintenance/occurrences';
import type { Person } from '#domain/people/person';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { save } from '../store/saved';
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
      const problems = windowProblems(time, now).map(({ path, message }) => ({ path: `time.${path}`.replace(/\.$/, ''), message }));
      if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
      return { id, name, serviceIds, tests, mode, time, createdBy: before?.createdBy ?? { userId: sender.id, name: sender.name }, endedAt: null };
    },
  });
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
  return { outcome: 'done', code: 'endMaintenanceWindow', message: 'Ended. Alerts page again.', savedId: windowId };
}

export async function removeMaintenanceWindow({ windowId, commandId }: Sent<'removeMaintenanceWindow'>, sender: Person): Promise<CommandAnswer> {
  await save({
    ref: at.maintenanceWindow(windowId), schema: MaintenanceWindow, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-window');
      return null;
    },
  });
  return { outcome: 'done', code: 'removeMaintenanceWindow', message: 'The maintenance window is removed.', savedId: windowId };
}

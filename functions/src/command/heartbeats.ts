import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { changed } from '#domain/heartbeat/beat';
import { Heartbeat } from '#domain/heartbeat/heartbeat';
import type { Person } from '#domain/people/person';
import type { Integration } from '#domain/service/service';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { toStored } from '../store/instants';
import { addKey, replaceKeys } from '../store/integrationKeys';
import { save } from '../store/saved';
import { refusal } from './refusal';

type Sent<T extends ConfigurationCommand['type']> = Extract<ConfigurationCommand, { type: T }>;

/** The integration through which a heartbeat reports: same id, written with it. */
const integrationOf = ({ id, name, serviceId, keyHint }: Heartbeat, removed = false): Integration => ({
  id, name, serviceId, source: 'heartbeat', keyHint, enabled: !removed, removed, mapping: null, signature: { kind: 'none' }, limitPerMinute: null,
});

/** Saves a heartbeat; a new one answers its key, which is told this once. */
export async function saveHeartbeat(sent: Sent<'saveHeartbeat'>, sender: Person): Promise<CommandAnswer> {
  const { name, serviceId, severity, enabled, periodSeconds, graceSeconds, commandId } = sent;
  const { services } = await configuration(true);
  if (services[serviceId] === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
  const id = sent.heartbeatId ?? idOf('heartbeat', sender.id, commandId).slice(0, 20);
  const made = sent.heartbeatId === null ? await replaceKeys(id, 0) : undefined;
  const edits = { name, serviceId, severity, enabled, periodSeconds, graceSeconds };
  await save({
    ref: at.heartbeat(id), schema: Heartbeat, sender, commandId,
    change: (before, now, transaction) => {
      if (before === undefined && made === undefined) throw refusal('no-such-heartbeat');
      const fresh: Heartbeat = { id, ...edits, keyHint: made?.keyHint ?? '', state: 'waiting', lastPingAt: null, dueAt: null, lateCount: 0 };
      const after = before === undefined ? fresh : { ...changed(before, edits, now), keyHint: made?.keyHint ?? before.keyHint };
      transaction.set(at.integration(id), toStored(integrationOf(after)));
      return after;
    },
  });
  return {
    outcome: 'done', code: 'saveHeartbeat', message: made === undefined ? `${name} is saved.` : 'Copy the URL now: its key is shown this once.', savedId: id,
    ...(made === undefined ? {} : { key: made.key }),
  };
}

export async function rotateHeartbeatKey({ heartbeatId, commandId }: Sent<'rotateHeartbeatKey'>, sender: Person): Promise<CommandAnswer> {
  if (!(await at.heartbeat(heartbeatId).get()).exists) throw refusal('no-such-heartbeat');
  const { key, keyHint } = await replaceKeys(heartbeatId, 0);
  await save({
    ref: at.heartbeat(heartbeatId), schema: Heartbeat, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-heartbeat');
      return { ...before, keyHint };
    },
  });
  return { outcome: 'done', code: 'rotateHeartbeatKey', message: 'Copy the new URL now: its key is shown this once. The old one works no more, within 30 s.', savedId: heartbeatId, key };
}

export async function removeHeartbeat({ heartbeatId, commandId }: Sent<'removeHeartbeat'>, sender: Person): Promise<CommandAnswer> {
  if (!(await at.heartbeat(heartbeatId).get()).exists) throw refusal('no-such-heartbeat');
  await addKey(heartbeatId, null);
  await save({
    ref: at.heartbeat(heartbeatId), schema: Heartbeat, sender, commandId,
    change: (before, _now, transaction) => {
      if (before === undefined) throw refusal('no-such-heartbeat');
      transaction.set(at.integration(heartbeatId), toStored(integrationOf(before, true)));
      return null;
    },
  });
  return { outcome: 'done', code: 'removeHeartbeat', message: 'The heartbeat is removed. An open incident of it stays until somebody resolves it.', savedId: heartbeatId };
}

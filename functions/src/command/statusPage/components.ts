import type { Transaction } from 'firebase-admin/firestore';
import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import type { Person } from '#domain/people/person';
import { Service } from '#domain/service/service';
import { componentStateNames, type StatusComponent } from '#domain/statusPage/component';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { type PublicSide, publicly, readPublicSide } from '../../statusPage/publicSide';
import { recordAudit } from '../../store/audit';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';

type Sent<T extends StatusPageCommand['type']> = Extract<StatusPageCommand, { type: T }>;
type Changing = { componentId: string; sender: Person; commandId: string; serviceIds?: readonly string[]; change: (before: StatusComponent | undefined, side: PublicSide) => StatusComponent | null };

/** Saves a component, and whose incidents touch it: each of these services names it, and no other does any more. */
export async function saveComponent(sent: Sent<'saveComponent'>, sender: Person): Promise<CommandAnswer> {
  const { name, description, group, position, serviceIds, commandId } = sent;
  const { services } = await configuration(true);
  const unknown = serviceIds.findIndex((id) => services[id] === undefined);
  if (unknown >= 0) throw refusal('no-such-service', [{ path: `serviceIds.${unknown}`, message: 'There is no such service.' }]);
  const id = sent.componentId ?? idOf('component', sender.id, commandId).slice(0, 20);
  await changed({
    componentId: id, sender, commandId, serviceIds,
    change: (before, { components }) => {
      if (before === undefined && sent.componentId !== null) throw refusal('no-such-component');
      if (components.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())) {
        throw refusal('invalid', [{ path: 'name', message: 'Another component has this name. Nobody could tell them apart.' }]);
      }
      return { id, name, description, group, position, held: before?.held ?? null };
    },
  });
  return { outcome: 'done', code: 'saveComponent', message: `${name} is saved. The status page shows it within half a minute.`, savedId: id };
}

/** Removes a component that nothing published touches any more. What does is named. */
export async function removeComponent({ componentId, commandId }: Sent<'removeComponent'>, sender: Person): Promise<CommandAnswer> {
  await changed({
    componentId, sender, commandId, serviceIds: [],
    change: (before, { page }) => {
      const touching = [...(page?.notices ?? []), ...(page?.maintenance ?? [])].find(({ components }) => components.some((each) => each.componentId === componentId));
      if (touching !== undefined) throw refusal('in-use', [], `“${touching.title}” on the status page still names it. End that first.`);
      if (before === undefined) throw refusal('no-such-component');
      return null;
    },
  });
  return { outcome: 'done', code: 'removeComponent', message: 'The component is removed from the status page.', savedId: componentId };
}

/** Sets its state by hand, and so until somebody lets it go. */
export async function holdComponent({ componentId, state, commandId }: Sent<'holdComponent'>, sender: Person): Promise<CommandAnswer> {
  let name = '';
  await changed({
    componentId, sender, commandId,
    change: (before, { now }) => {
      if (before === undefined) throw refusal('no-such-component');
      name = before.name;
      const since = before.held?.state === state ? before.held.since : now;
      return { ...before, held: state === null ? null : { state, by: sender.name, since } };
    },
  });
  const message = state === null ? `${name} follows what is published again.` : `${name} is shown as: ${componentStateNames[state].toLowerCase()}. It stays so until somebody lets it go.`;
  return { outcome: 'done', code: 'holdComponent', message, savedId: componentId };
}

/** Changes one component with its audit entry, the page and, where `serviceIds` is given, the services that name it, in one commit. */
async function changed({ componentId, sender, commandId, serviceIds, change }: Changing): Promise<void> {
  await transact(async (transaction) => {
    const what = at.statusComponent(componentId).path;
    const side = await readPublicSide(transaction);
    const before = side.components.find(({ id }) => id === componentId);
    if (before === undefined) {
      // A retry of what removed it is answered like the first.
      const done = await transaction.get(at.audit(idOf('audit', sender.id, commandId, what)));
      if (done.exists && done.get('after') === null) return;
    }
    const after = change(before, side);
    const named = serviceIds === undefined ? [] : await renaming(transaction, componentId, serviceIds);
    const others = side.components.filter(({ id }) => id !== componentId);
    const write = await publicly(transaction, side, { components: after === null ? others : [...others, after] });
    if (after === null) transaction.delete(at.statusComponent(componentId));
    else transaction.set(at.statusComponent(componentId), toStored(after));
    recordAudit(transaction, { sender, commandId, what, before: before ?? null, after });
    for (const [service, renamed] of named) {
      transaction.set(at.service(service.id), toStored(renamed));
      recordAudit(transaction, { sender, commandId, what: at.service(service.id).path, before: service, after: renamed });
    }
    write();
  });
  if (serviceIds !== undefined) await configuration(true);
}

/** The services that have to name it, or not to any more, each before and after. */
async function renaming(transaction: Transaction, componentId: string, serviceIds: readonly string[]): Promise<[Service, Service][]> {
  const { services } = await configuration();
  const ids = [...new Set([...serviceIds, ...Object.values(services).filter(({ statusComponentId }) => statusComponentId === componentId).map(({ id }) => id)])];
  const found = ids.length === 0 ? [] : await transaction.getAll(...ids.map((id) => at.service(id)));
  return found.flatMap((snapshot): [Service, Service][] => {
    const service = read(Service, snapshot);
    const names = serviceIds.includes(snapshot.id);
    if (service === undefined || (service.statusComponentId === componentId) === names) return [];
    return [[service, { ...service, statusComponentId: names ? componentId : null }]];
  });
}

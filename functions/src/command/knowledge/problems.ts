import type { CommandAnswer } from '#domain/command/answer';
import type { RunbookCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { KnownProblem } from '#domain/problem/knownProblem';
import { idOf } from '../../identity/identity';
import { configuration } from '../../store/configuration';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { refusal } from '../refusal';

type Sent<T extends RunbookCommand['type']> = Extract<RunbookCommand, { type: T }>;

export async function saveKnownProblem(sent: Sent<'saveKnownProblem'>, sender: Person): Promise<CommandAnswer> {
  const { title, serviceId, match, cause, workaround, ownerId, link, open, commandId } = sent;
  const { services, people } = await configuration(true);
  if (serviceId !== null && services[serviceId] === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'does not exist' }]);
  if (serviceId === null && match.length === 0) throw refusal('invalid', [{ path: 'match', message: 'needs a word, or choose a service: it would be shown with every incident.' }]);
  if (ownerId !== null && people[ownerId] === undefined) throw refusal('no-such-person', [{ path: 'ownerId', message: 'does not exist' }]);
  const id = sent.problemId ?? idOf('problem', sender.id, commandId).slice(0, 20);
  await save({
    ref: at.knownProblem(id), schema: KnownProblem, sender, commandId,
    change: (before, now) => {
      if (before === undefined && sent.problemId !== null) throw refusal('no-such-problem');
      return { id, title, serviceId, match, cause, workaround, ownerId, link, open, changedAt: now };
    },
  });
  return { outcome: 'done', code: 'saveKnownProblem', message: `${title} is saved. It is shown with every incident of its kind.`, savedId: id };
}

export async function removeKnownProblem({ problemId, commandId }: Sent<'removeKnownProblem'>, sender: Person): Promise<CommandAnswer> {
  await save({
    ref: at.knownProblem(problemId), schema: KnownProblem, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-problem');
      return null;
    },
  });
  return { outcome: 'done', code: 'removeKnownProblem', message: 'The known problem is removed.', savedId: problemId };
}

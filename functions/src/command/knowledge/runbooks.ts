import type { CommandAnswer } from '#domain/command/answer';
import type { RunbookCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { idOf } from '../../identity/identity';
import { configuration, type Configuration } from '../../store/configuration';
import { refusal } from '../refusal';
import { changeRunbook } from './changeRunbook';
import { nextVersion, readSource } from './version';

export { importRunbooks } from './importRunbooks';

type Sent<T extends RunbookCommand['type']> = Extract<RunbookCommand, { type: T }>;

/** Saves a runbook's whole source as its next version. Refused where its front matter is wrong, or somebody saved another version meanwhile. */
export async function saveRunbook(sent: Sent<'saveRunbook'>, sender: Person): Promise<CommandAnswer> {
  const { ownerId, note, basedOn, commandId } = sent;
  const markdown = sent.markdown.toWellFormed();
  const facts = await configuration(true);
  const { about, problems } = readSource(markdown, null, facts);
  const wrong = problems.filter(({ refuses }) => refuses).map(({ path, message }) => ({ path, message }));
  if (wrong[0] !== undefined) throw refusal('invalid', wrong, `${wrong[0].path}: ${wrong[0].message}`);
  if (ownerId !== null && facts.people[ownerId]?.active !== true) throw refusal('no-such-person', [{ path: 'ownerId', message: 'Choose somebody who is active.' }]);
  const id = sent.runbookId ?? idOf('runbook', sender.id, commandId).slice(0, 20);
  const { kind, runbook } = await changeRunbook({
    runbookId: id, sender, commandId,
    change: (before, now) => {
      if (before === undefined && sent.runbookId !== null) throw refusal('no-such-runbook');
      if (before !== undefined && basedOn !== null && basedOn !== before.version) throw refusal('changed-meanwhile');
      return nextVersion(before, { runbookId: id, markdown, about, ownerId, note, sender }, now);
    },
  });
  if (kind === 'unchanged') return { outcome: 'unchanged', code: 'already-so', message: `${about.title} says this already.`, savedId: id };
  const unknown = problems.filter(({ refuses }) => !refuses).map(({ path }) => path);
  const standing = runbook === null || runbook.review.state === 'draft' ? ' It is a draft until somebody else approves it.' : '';
  const named = unknown.length === 0 ? '' : ` Rouse keeps these fields, but does not know them: ${unknown.join(', ')}.`;
  return { outcome: 'done', code: 'saveRunbook', message: `${about.title} is saved as version ${runbook?.version ?? 1}.${standing}${named}`, savedId: id };
}

/** Says how far a version can be relied on. Its writer may verify it, but somebody else approves it; an admin may be both. */
export async function reviewRunbook({ runbookId, version, state, commandId }: Sent<'reviewRunbook'>, sender: Person): Promise<CommandAnswer> {
  const { runbook } = await changeRunbook({
    runbookId, sender, commandId,
    change: (before, now) => {
      if (before === undefined) throw refusal('no-such-runbook');
      if (before.version !== version) throw refusal('changed-meanwhile', [], 'Somebody saved another version meanwhile. Read that one first.');
      if (state === 'approved' && before.changedBy?.userId === sender.id && sender.role !== 'admin') throw refusal('not-reviewed-by-its-writer');
      return { runbook: { ...before, review: { state, by: { userId: sender.id, name: sender.name }, at: now } } };
    },
  });
  const title = runbook?.title ?? 'The runbook';
  const message = { draft: `${title} is a draft again.`, verified: `You verified ${title}. It holds for half a year.`, approved: `${title} is approved. It holds for half a year.` }[state];
  return { outcome: 'done', code: 'reviewRunbook', message, savedId: runbookId };
}

/** Removes a runbook that no service and no routing rule names. What it said stays among its versions. */
export async function removeRunbook({ runbookId, commandId }: Sent<'removeRunbook'>, sender: Person): Promise<CommandAnswer> {
  const users = usersOf(runbookId, await configuration(true));
  if (users.length > 0) throw refusal('in-use', [], `${users.join(', ')} still ${users.length === 1 ? 'uses' : 'use'} it. Choose another runbook there first.`);
  await changeRunbook({
    runbookId, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-runbook');
      return null;
    },
  });
  return { outcome: 'done', code: 'removeRunbook', message: 'The runbook is removed. What incidents say of it stays.', savedId: runbookId };
}

function usersOf(runbookId: string, { services, rules }: Configuration): string[] {
  return [
    ...Object.values(services).filter((service) => service.runbookId === runbookId).map(({ name }) => name),
    ...Object.values(rules).flatMap((one) => one.rules).filter(({ then }) => then.kind === 'route' && then.runbookId === runbookId).map(({ name }) => `the rule “${name}”`),
  ];
}

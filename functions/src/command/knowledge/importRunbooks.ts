import { logger } from 'firebase-functions';
import type { CommandAnswer } from '#domain/command/answer';
import type { RunbookCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { type FileToImport, planOf, type PlannedFile } from '#domain/runbook/importing';
import { Runbook } from '#domain/runbook/runbook';
import { db } from '../../firebase';
import { idOf } from '../../identity/identity';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { changeRunbook } from './changeRunbook';
import { isAsStored, nextVersion, readSource } from './version';

type Sent = Extract<RunbookCommand, { type: 'importRunbooks' }>;
type Imported = NonNullable<CommandAnswer['imported']>[number];

/** Runbooks that are written at once. */
const atOnce = 10;

/** Takes a folder of Markdown files: each becomes a runbook, or the next version of the one that it is. A file that is wrong stops no other one. */
export async function importRunbooks({ files, dryRun, commandId }: Sent, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  // Without their texts: there may be many.
  const { docs } = await db().collection('runbooks').select('title').get();
  const existing = docs.map((one) => ({ id: one.id, title: String(one.get('title')) }));
  const found: FileToImport[] = files.map(({ path, markdown }) => ({ path, markdown: markdown.toWellFormed(), read: (fallbackTitle) => readSource(markdown.toWellFormed(), fallbackTitle, facts) }));
  const plan = planOf(found, existing);
  const imported: Imported[] = [];
  for (let from = 0; from < plan.length; from += atOnce) {
    imported.push(...await Promise.all(plan.slice(from, from + atOnce).map((file) => importOne(file, { dryRun, commandId, sender }))));
  }
  return { outcome: 'done', code: 'importRunbooks', message: messageOf(imported, dryRun), imported };
}

async function importOne(file: PlannedFile, { dryRun, commandId, sender }: { dryRun: boolean; commandId: string; sender: Person }): Promise<Imported> {
  const { path, markdown, about, issues } = file;
  const told = (outcome: Imported['outcome'], runbookId: string | null, more = issues): Imported => ({ path, title: about.title, outcome, issues: more, runbookId });
  if (file.refused) return told('refused', file.runbookId);
  try {
    if (dryRun) {
      const before = file.runbookId === null ? undefined : read(Runbook, await at.runbook(file.runbookId).get());
      return told(before === undefined ? 'new' : isAsStored(before, markdown, about) ? 'unchanged' : 'newVersion', before?.id ?? null);
    }
    const runbookId = file.runbookId ?? idOf('runbook', sender.id, commandId, path).slice(0, 20);
    const { kind, runbook } = await changeRunbook({
      runbookId, sender, commandId,
      change: (before, now) => nextVersion(before, { runbookId, markdown, about, ownerId: before?.ownerId ?? null, note: `Imported from ${path}`.slice(0, 200), sender }, now),
    });
    return told(kind === 'unchanged' ? 'unchanged' : (runbook?.version ?? 1) === 1 ? 'new' : 'newVersion', runbookId);
  } catch (error) {
    logger.error(`import of ${path}`, error);
    return told('refused', file.runbookId, [{ path: 'file', message: 'could not be saved now. Import it again.' }]);
  }
}

function messageOf(imported: readonly Imported[], dryRun: boolean): string {
  const count = (outcome: Imported['outcome']) => imported.filter((one) => one.outcome === outcome).length;
  const parts = [[count('new'), 'new'], [count('newVersion'), 'changed'], [count('unchanged'), 'as they are'], [count('refused'), 'refused']] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(', ');
  return dryRun ? `Nothing is saved yet. Of ${imported.length}: ${words}.` : `Of ${imported.length}: ${words}.`;
}

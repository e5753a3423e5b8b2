import type { Transaction } from 'firebase-admin/firestore';
import type { Person } from '#domain/people/person';
import { Runbook, type RunbookVersion } from '#domain/runbook/runbook';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { recordAudit } from '../../store/audit';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';

/** `keptVersion`: its text, kept beside the runbook. `null` removes the runbook; its versions stay. */
export type RunbookChange = { runbook: Runbook; keptVersion?: RunbookVersion } | null | 'unchanged';
/** `repeated`: this very command was done before; the runbook is as it is now (null: there is none any more). */
export type ChangedRunbook = { kind: 'done' | 'repeated' | 'unchanged'; runbook: Runbook | null };

type Changing = { runbookId: string; sender: Person; commandId: string; change: (before: Runbook | undefined, now: number) => RunbookChange };

/** Changes one runbook in a transaction: its document, its new version and the audit's entry, once for each command. What `change` throws refuses it. */
export function changeRunbook({ runbookId, sender, commandId, change }: Changing): Promise<ChangedRunbook> {
  return transact(async (transaction: Transaction) => {
    const ref = at.runbook(runbookId);
    const [snapshot, done] = await Promise.all([transaction.get(ref), transaction.get(at.audit(idOf('audit', sender.id, commandId, ref.path)))]);
    const before = read(Runbook, snapshot);
    if (done.exists) return { kind: 'repeated', runbook: before ?? null };
    const changed = change(before, snapshot.readTime.toMillis());
    if (changed === 'unchanged') return { kind: 'unchanged', runbook: before ?? null };
    const after = changed?.runbook ?? null;
    if (after === null) transaction.delete(ref);
    else transaction.set(ref, toStored(after));
    if (changed?.keptVersion !== undefined) transaction.create(at.runbookVersion(runbookId, changed.keptVersion.version), toStored(changed.keptVersion));
    recordAudit(transaction, { sender, commandId, what: ref.path, before: before === undefined ? null : inBrief(before), after: after === null ? null : inBrief(after) });
    return { kind: 'done', runbook: after };
  });
}

/** For the audit: the text itself lies in the versions, and twice in one document it could be more than Firestore keeps in one (1 MiB). */
function inBrief({ markdown, about: _about, ...rest }: Runbook): object {
  return toStored({ ...rest, length: markdown.length });
}

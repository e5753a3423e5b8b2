import type { Transaction } from 'firebase-admin/firestore';
import type { Edited } from '#domain/postMortem/edit';
import { PostMortem } from '#domain/postMortem/postMortem';
import type { Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { recordAudit } from '../../store/audit';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';

type Changing = { incidentId: string; sender: Person; commandId: string; change: (before: PostMortem, now: number) => Edited };
/** `repeated`: this very command was done before; the post-mortem is as it is now. */
export type Changed = { kind: 'done' | 'repeated' | 'unchanged'; postMortem: PostMortem };

/** Changes one post-mortem in a transaction that reads it: its document, the new version of a section, the audit's entry, once for each command. Throws what refuses. */
export function changePostMortem({ incidentId, sender, commandId, change }: Changing): Promise<Changed> {
  return transact(async (transaction) => {
    const ref = at.postMortem(incidentId);
    const [snapshot, done] = await Promise.all([transaction.get(ref), transaction.get(at.audit(idOf('audit', sender.id, commandId, ref.path)))]);
    const before = read(PostMortem, snapshot);
    if (before === undefined) throw refusal('no-such-incident', [], 'There is no post-mortem of this incident yet.');
    if (done.exists) return { kind: 'repeated', postMortem: before };
    const edited = change(before, snapshot.readTime.toMillis());
    switch (edited.kind) {
      case 'unchanged': return { kind: 'unchanged', postMortem: before };
      case 'overtaken': throw refusal('changed-meanwhile', [], `${edited.theirs.by ?? 'Somebody'} saved this section meanwhile. Yours is kept here: compare the two, then save again.`);
      case 'refused': throw refusal(edited.code, [], refusedWords[edited.code]);
      case 'done': {
        const { postMortem: after, keep } = edited;
        transaction.set(ref, toStored(after));
        if (keep !== undefined) transaction.create(at.sectionVersion(incidentId, keep.section, keep.version), toStored(keep));
        recordAudit(transaction, { sender, commandId, what: ref.path, before: inBrief(before), after: inBrief(after) });
        return { kind: 'done', postMortem: after };
      }
      default: return edited satisfies never;
    }
  });
}

const refusedWords = { 'no-such-item': 'Somebody has removed this action item meanwhile.', 'too-many': 'There are 50 action items, as many as a post-mortem keeps. Remove one first.' } as const;

/** Writes a new post-mortem into the transaction, with what was drafted of its sections kept as their version 0. */
export function putDraft(transaction: Transaction, postMortem: PostMortem): void {
  transaction.create(at.postMortem(postMortem.incidentId), toStored(postMortem));
  for (const [section, { version, text, by, at: savedAt }] of Object.entries(postMortem.sections)) {
    if (text !== '') transaction.create(at.sectionVersion(postMortem.incidentId, section, version), toStored({ section, version, text, by, at: savedAt }));
  }
}

/** For the audit: every text lies in the versions beside the post-mortem. */
export function inBrief({ sections, ...rest }: PostMortem): object {
  return toStored({ ...rest, sections: Object.fromEntries(Object.entries(sections).map(([name, { version }]) => [name, version])) });
}

import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import type { Person } from '#domain/people/person';
import { type MaintenanceNotice, Notice } from '#domain/statusPage/notice';
import { shownMaintenance } from '#domain/statusPage/shown';
import { utcWords } from '#domain/statusPage/words';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { putMailToAll } from '../../statusPage/mailToAll';
import { publicly, readPublicSide } from '../../statusPage/publicSide';
import { recordAudit } from '../../store/audit';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';

type Sent<T extends StatusPageCommand['type']> = Extract<StatusPageCommand, { type: T }>;

/** Announces maintenance, or changes what was announced while it is not over. A new one is mailed to those who subscribed; it begins and ends by itself. */
export async function saveMaintenanceNotice(sent: Sent<'saveMaintenanceNotice'>, sender: Person): Promise<CommandAnswer> {
  const { title, components, startsAt, endsAt, text } = sent;
  const noticeId = sent.noticeId ?? idOf('maintenanceNotice', sender.id, sent.commandId);
  await changed(noticeId, sent.commandId, sender, (before, now, known) => {
    if (before === undefined && sent.noticeId !== null) throw refusal('no-such-notice');
    if (before !== undefined && (before.cancelledAt !== null || before.endsAt <= now)) throw refusal('already-published', [], 'It is over, and stays as it was told. Announce another one.');
    if (components.some(({ componentId }) => !known.includes(componentId))) throw refusal('no-such-component');
    if (endsAt <= startsAt) throw refusal('invalid', [{ path: 'endsAt', message: 'It ends before it begins.' }]);
    if (endsAt <= now) throw refusal('invalid', [{ path: 'endsAt', message: 'That is past.' }]);
    const updates = before?.updates ?? [{ id: idOf('maintenance', noticeId, 'scheduled'), at: now, phase: 'scheduled' as const, text }];
    return { id: noticeId, title, createdAt: before?.createdAt ?? now, kind: 'maintenance', components, startsAt, endsAt, text, updates, cancelledAt: null, completedAt: null };
  });
  return { outcome: 'done', code: 'saveMaintenanceNotice', message: startsAt > Date.now() ? `Announced. It begins by itself on ${utcWords(startsAt)}.` : `Announced. It is under way, and ends by itself on ${utcWords(endsAt)}.`, savedId: noticeId };
}

/** It does not take place, or ends now. */
export async function cancelMaintenanceNotice({ noticeId, commandId }: Sent<'cancelMaintenanceNotice'>, sender: Person): Promise<CommandAnswer> {
  await changed(noticeId, commandId, sender, (before, now) => {
    if (before === undefined) throw refusal('no-such-notice');
    if (before.endsAt <= now && before.cancelledAt === null) throw refusal('already-published', [], 'It is over already.');
    return { ...before, cancelledAt: before.cancelledAt ?? now };
  });
  return { outcome: 'done', code: 'cancelMaintenanceNotice', message: 'Cancelled. The status page says so within half a minute.', savedId: noticeId };
}

async function changed(
  noticeId: string, commandId: string, sender: Person, change: (before: MaintenanceNotice | undefined, now: number, known: readonly string[]) => MaintenanceNotice,
): Promise<void> {
  await transact(async (transaction) => {
    const ref = at.notice(noticeId);
    const stored = read(Notice, await transaction.get(ref));
    if (stored?.kind === 'incident') throw refusal('no-such-notice');
    const done = await transaction.get(at.audit(idOf('audit', sender.id, commandId, ref.path)));
    if (done.exists) return;
    const side = await readPublicSide(transaction);
    const after = change(stored, side.now, side.components.map(({ id }) => id));
    const write = await publicly(transaction, side, { whole: shownMaintenance(after, side.components) });
    transaction.set(ref, toStored(after));
    recordAudit(transaction, { sender, commandId, what: ref.path, before: stored ?? null, after });
    write();
    const wasCancelled = after.cancelledAt !== null && stored?.cancelledAt === null;
    if (stored !== undefined && !wasCancelled) return;
    const endedEarly = wasCancelled && after.startsAt <= (after.cancelledAt ?? 0);
    const head = endedEarly ? 'Completed' : wasCancelled ? 'Cancelled' : 'Maintenance';
    const when = `${utcWords(after.startsAt)} to ${utcWords(after.endsAt)}`;
    putMailToAll(transaction, { id: idOf('statusMail', noticeId, head), noticeId, title: after.title, head, text: endedEarly ? 'It ended earlier than planned.' : wasCancelled ? `It does not take place: ${when}.` : `${when}\n\n${after.text}` }, side.now);
  });
}

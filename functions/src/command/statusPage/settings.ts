import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import type { Person } from '#domain/people/person';
import { transact } from '../../commit/transact';
import { publicly, readPublicSide } from '../../statusPage/publicSide';
import { recordAudit } from '../../store/audit';
import { at } from '../../store/documents';
import { toStored } from '../../store/instants';

export async function saveStatusPage({ settings, commandId }: Extract<StatusPageCommand, { type: 'saveStatusPage' }>, sender: Person): Promise<CommandAnswer> {
  await transact(async (transaction) => {
    const before = await transaction.get(at.statusPageSettings());
    const side = await readPublicSide(transaction);
    const write = await publicly(transaction, side, { settings });
    transaction.set(at.statusPageSettings(), toStored(settings));
    recordAudit(transaction, { sender, commandId, what: at.statusPageSettings().path, before: before.exists ? side.settings : null, after: settings });
    write();
  });
  return { outcome: 'done', code: 'saveStatusPage', message: 'The status page is saved. It shows this within half a minute.' };
}

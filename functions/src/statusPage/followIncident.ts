import { phaseTold } from '#domain/update/phaseTold';
import { idOf } from '../identity/identity';
import { at } from '../store/documents';
import { changeNotice } from './changeNotice';
import { draftedByItself } from './draftNoticeFor';
import { noticeIdOf } from './places';

/**
 * Has an incident's public notice follow its phase: drafts the next update, or publishes it where the page's rule says so. Nothing to do where nothing is public, or where the public was
 * told that already. It may be called any number of times.
 */
export async function followIncident(incidentId: string): Promise<void> {
  const noticeId = noticeIdOf(incidentId);
  const found = await at.notice(noticeId).get();
  if (!found.exists) return;
  const updates: unknown = found.get('updates');
  await changeNotice({
    noticeId, incidentId, actor: { kind: 'rouse' }, entryId: idOf('noticeDrafted', noticeId, Array.isArray(updates) ? updates.length : 0, found.updateTime?.toMillis() ?? 0),
    decide: (known) => {
      const { incident, notice } = known;
      const last = notice?.updates.at(-1)?.phase;
      // One that was merged goes on in another: nothing is over.
      if (incident === undefined || incident.drillId !== null || incident.mergedInto !== null || notice === undefined || last === undefined) return { kind: 'leave', code: 'nothing' };
      const phase = phaseTold(incident, last);
      if (phase === last || notice.draft?.phase === phase) return { kind: 'leave', code: 'nothing' };
      return draftedByItself(known, incident, phase, noticeId);
    },
  });
}

import { draftNoticeFor } from '../../statusPage/draftNoticeFor';
import type { Doing } from '../claim';
import { type Did, did } from '../did';

/** Drafts the public notice, or publishes it where the status page's rule says so. */
export async function draftNotice({ incident }: Doing): Promise<Did> {
  if (incident.drillId !== null) return did('skipped', 'A drill is never told to the public.');
  const { outcome, sentence } = await draftNoticeFor(incident.id);
  switch (outcome) {
    case 'drafted': case 'published': return did('done', sentence);
    case 'exists': return did('already', sentence);
    case 'nothing': return did('skipped', sentence);
    default: return outcome satisfies never;
  }
}

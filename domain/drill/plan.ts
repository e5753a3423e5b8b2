import type { Issue } from '../ingest/parsed';
import { DAY, type Instant } from '../time/instant';

/** So far ahead a drill can be planned: who is on call later than that nobody knows. */
const farthest = 90 * DAY;

/** Why a drill cannot begin at this time, as issues of its field; none where it can. null: at once. */
export function startProblems(startsAt: Instant | null, now: Instant): Issue[] {
  if (startsAt === null) return [];
  if (startsAt <= now) return [{ path: 'startsAt', message: 'That time is past. Choose one that is still to come.' }];
  if (startsAt > now + farthest) return [{ path: 'startsAt', message: 'That is too far ahead. Choose a time within 90 days.' }];
  return [];
}

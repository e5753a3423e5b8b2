import type { Severity } from '#domain/incident/severity';
import { phaseNames } from '#domain/incident/phase';
import type { IncidentNotice, MaintenanceNotice } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';

/** `SEV1`, `SEV1 and SEV2`, `SEV1, SEV2 and SEV3`; worst first. */
export function severitiesWords(severities: readonly Severity[]): string {
  const sorted = [...severities].sort();
  const last = sorted.at(-1) ?? '';
  return sorted.length < 2 ? last : `${sorted.slice(0, -1).join(', ')} and ${last}`;
}

/** How far a notice is, and since when: `Identified, 03:12`. One without an update is not public. */
export function noticeWords({ updates, resolvedAt, summary }: Pick<IncidentNotice, 'updates' | 'resolvedAt' | 'summary'>, now: number, zone: string): string {
  const last = updates.at(-1);
  if (last === undefined) return 'Not public yet';
  const since = `${phaseNames[last.phase]}, ${whenWords(last.at, now, zone)}`;
  return resolvedAt === null ? since : `${since}${summary === null ? ' · no summary yet' : ' · with a summary'}`;
}

/** When maintenance is or was: `On until 04:00`, `Sun 02:00 to Sun 04:00`. */
export function plannedWords({ startsAt, endsAt, cancelledAt, completedAt }: MaintenanceNotice, now: number, zone: string): string {
  if (cancelledAt !== null) return `Cancelled ${whenWords(cancelledAt, now, zone)}`;
  if (completedAt !== null || endsAt <= now) return `Over since ${whenWords(completedAt ?? endsAt, now, zone)}`;
  if (startsAt <= now) return `On until ${whenWords(endsAt, now, zone)}`;
  return `${whenWords(startsAt, now, zone)} to ${whenWords(endsAt, now, zone)}`;
}

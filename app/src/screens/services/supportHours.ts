import type { SeverityPolicy } from '#domain/incident/severity';
import { Severity } from '#domain/incident/severity';
import type { SupportHours } from '#domain/service/service';
import type { Issue } from '../../commands/send';
import { hoursIssues, hoursWords, inWeekOrder, workingWeek } from './hours';
import type { HoursDraft } from './hours';

/** Support hours as they are typed; `on` false: at all times. */
export type SupportDraft = { on: boolean; hours: HoursDraft; holidayCalendarId: string };

/** What the form starts with; a service without hours gets a working week by `timeZone` for whoever switches them on. */
export function supportDraftOf(hours: SupportHours | undefined, timeZone: string): SupportDraft {
  if (hours === undefined) return { on: false, hours: workingWeek(timeZone), holidayCalendarId: '' };
  return { on: true, hours: { timeZone: hours.timeZone, windows: hours.windows }, holidayCalendarId: hours.holidayCalendarId ?? '' };
}

/** The support hours that were typed (null: at all times), or what is wrong with them. */
export function supportHoursOf({ on, hours, holidayCalendarId }: SupportDraft): { supportHours: SupportHours | null } | { issues: Issue[] } {
  if (!on) return { supportHours: null };
  const issues = hoursIssues(hours, 'supportHours');
  if (issues.length > 0) return { issues };
  return { supportHours: { timeZone: hours.timeZone, windows: inWeekOrder(hours.windows), holidayCalendarId: holidayCalendarId === '' ? null : holidayCalendarId } };
}

/** The severities that wake somebody only within support hours: `SEV3`, `SEV3 and SEV4`; empty where none is set up so. */
export function severitiesOfHours(policy: SeverityPolicy): string {
  return Severity.options.filter((severity) => policy[severity].urgency === 'highInSupportHours').join(' and ');
}

/** Support hours on the service's page: `Mon to Fri 09:00 to 17:00 in Berlin, not on holidays (Germany)`. */
export function supportWords(hours: SupportHours | undefined, calendars: readonly { id: string; name: string }[]): string {
  if (hours === undefined) return 'At all times';
  const calendar = hours.holidayCalendarId === null ? undefined : (calendars.find(({ id }) => id === hours.holidayCalendarId)?.name ?? 'a removed calendar');
  return `${hoursWords(hours)}${calendar === undefined ? '' : `, not on holidays (${calendar})`}`;
}

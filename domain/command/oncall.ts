import { z } from 'zod';
import { HolidayCalendar } from '../oncall/holidays';
import { Override, Schedule } from '../oncall/schedule';
import { Severity } from '../incident/severity';
import { Destination } from '../destination/destination';
import { Instant } from '../time/instant';
import { command, id } from './envelope';

const name = z.string().trim().min(1, 'is needed').max(80);
const span = { startAt: Instant, endAt: Instant };

/** Who is on call. Schedules are the admins'; overrides and cover are everybody's who may be on call. */
export const OnCallCommand = z.discriminatedUnion('type', [
  /** `dryRun`: only say what would change (`changes`) and what would be left uncovered (`findings`). A save answers the same. */
  command('saveSchedule', { schedule: Schedule, dryRun: z.boolean().optional() }),
  /** Refused while a policy names it. */
  command('removeSchedule', { scheduleId: id }),
  command('addOverride', { scheduleId: id, override: Override, dryRun: z.boolean().optional() }),
  command('removeOverride', { scheduleId: id, overrideId: id }),
  /** `inReturn`: a swap; whoever takes it gives this stretch of theirs. */
  command('askCover', { scheduleId: id, ...span, note: z.string().trim().max(300), inReturn: z.strictObject(span).nullable() }),
  command('takeCover', { requestId: id }),
  command('withdrawCover', { requestId: id }),
  /** `url`: an iCal address that is read daily; null: the days are as given. */
  command('saveHolidayCalendar', { calendarId: id.nullable(), name, url: z.url({ protocol: /^https$/ }).max(2000).nullable(), days: HolidayCalendar.shape.days }),
  command('removeHolidayCalendar', { calendarId: id }),
  command('saveHandOverNote', { scheduleId: id, text: z.string().trim().max(4000) }),
  /** The team's list for the start of a shift, and how many hours before it asks. */
  command('saveReadiness', { items: z.array(z.string().trim().min(1).max(80)).max(12), hoursBefore: z.number().int().min(1).max(48) }),
  command('removePolicy', { policyId: id }),
  /** `url`: needed with a new one, and never shown again. Answers `key`, a webhook's signing secret, this once. */
  command('saveDestination', { destinationId: id.nullable(), ...Destination.pick({ name: true, kind: true, enabled: true, serviceIds: true }).shape, url: z.url({ protocol: /^https$/ }).max(2000).nullable() }),
  command('removeDestination', { destinationId: id }),
  command('testDestination', { destinationId: id }),
  /** Who would be paged, when and on what, if this fired then and nobody acknowledged; changes nothing. Answers `preview`. */
  command('previewPaging', { serviceId: id, severity: Severity, at: Instant }),
  /** The check over the next 60 days; changes nothing. Answers `findings`. */
  command('checkCoverage', {}),
]);
export type OnCallCommand = z.infer<typeof OnCallCommand>;

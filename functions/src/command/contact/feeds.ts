import type { CommandAnswer } from '#domain/command/answer';
import type { Person } from '#domain/people/person';
import { endFeeds, newFeed } from '../../store/calendarFeeds';
import { configuration } from '../../store/configuration';
import { refusal } from '../refusal';
import { linkTo } from './link';
import type { Sent } from './ownContact';

/** A calendar's address for the sender's own shifts, or for one schedule; the one before it ends. Sent again, the command answers a new one. */
export async function createCalendarFeed({ scheduleId }: Sent<'createCalendarFeed'>, sender: Person): Promise<CommandAnswer> {
  if (scheduleId !== null && !Object.hasOwn((await configuration(true)).schedules, scheduleId)) {
    throw refusal('no-such-schedule', [{ path: 'scheduleId', message: 'Choose a schedule that exists.' }]);
  }
  const link = linkTo(`/v1/calendar/${await newFeed(sender.id, scheduleId)}.ics`);
  return { outcome: 'done', code: 'createCalendarFeed', message: 'Add this address to your calendar. It is shown only now, and whoever has it can read these shifts.', link };
}

export async function revokeCalendarFeed({ scheduleId }: Sent<'revokeCalendarFeed'>, sender: Person): Promise<CommandAnswer> {
  const ended = await endFeeds(sender.id, scheduleId);
  if (ended === 0) return { outcome: 'unchanged', code: 'revokeCalendarFeed', message: 'There is no such calendar address of yours.' };
  return { outcome: 'done', code: 'revokeCalendarFeed', message: 'The address works no more. Calendars that have it keep what they read last.' };
}

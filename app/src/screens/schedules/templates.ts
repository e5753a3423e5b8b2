import { DAY } from '#domain/time/instant';
import { dateOf, wallAt } from '#domain/time/wallClock';
import type { Weekday } from '#domain/time/weeklyWindow';
import { onWeekday } from './scheduleDraft';
import type { LayerDraft, ScheduleDraft } from './scheduleDraft';

export type TemplateKey = 'weekly' | 'dayAndNight' | 'followTheSun' | 'weekends';

/** What somebody can start from, as they would say it. */
export const templates: readonly { key: TemplateKey; title: string; detail: string }[] = [
  { key: 'weekly', title: 'Weekly rotation', detail: 'One person for a week, then the next.' },
  { key: 'dayAndNight', title: 'Day and night', detail: 'One team by day, another one at night.' },
  { key: 'followTheSun', title: 'Follow the sun', detail: 'Two regions, each on call in its own daytime.' },
  { key: 'weekends', title: 'Weekdays and weekends', detail: 'Weekends rotate by themselves.' },
];

const everyDay: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Starting = {
  scheduleId: string; newId: () => string; timeZone: string;
  /** ms since epoch. */
  now: number;
  /** Who takes part until others are added, so that there is something to see. */
  userId: string;
};

/** One more layer: a week each, from Tuesday to Tuesday, which finds both people at work. */
export function newLayer({ newId, timeZone, now, userId }: Omit<Starting, 'scheduleId'>, name: string, fields: Partial<LayerDraft> = {}): LayerDraft {
  // In the week before, so that the first one is on call already.
  const date = onWeekday(dateOf(wallAt(now - 7 * DAY, timeZone)), 'TU');
  return {
    id: newId(), name, participants: [userId], unit: 'weekly', length: '1', date, time: '10:00', windows: null, atOnce: '1', timeZone: null, holidays: 'usual', from: '', until: '', together: false, ...fields,
  };
}

/** A schedule to go on from. */
export function templateDraft(key: TemplateKey, starting: Starting): ScheduleDraft {
  return { id: starting.scheduleId, name: '', timeZone: starting.timeZone, holidayCalendarId: null, layers: layersOf(key, starting) };
}

function layersOf(key: TemplateKey, starting: Starting): LayerDraft[] {
  const daily = (name: string, start: string, end: string, fields: Partial<LayerDraft> = {}) => newLayer(starting, name, { windows: [{ days: everyDay, start, end }], time: start, ...fields });
  switch (key) {
    case 'weekly': return [newLayer(starting, 'Weekly')];
    case 'dayAndNight': return [daily('Day', '08:00', '20:00'), daily('Night', '20:00', '08:00')];
    case 'followTheSun': return [daily('This region', '07:00', '19:00'), daily('The other region', '19:00', '07:00')];
    case 'weekends': return [
      newLayer(starting, 'Weekends', {
        time: '18:00', date: onWeekday(dateOf(wallAt(starting.now - 7 * DAY, starting.timeZone)), 'FR'),
        windows: [{ days: ['FR'], start: '18:00', end: '00:00' }, { days: ['SA', 'SU'], start: '00:00', end: '00:00' }, { days: ['MO'], start: '00:00', end: '09:00' }],
      }),
      newLayer(starting, 'Weekdays'),
    ];
    default: return key satisfies never;
  }
}

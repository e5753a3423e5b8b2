import { awayWords, longestTimeOff, recentTimeOff } from '#domain/calendar/away';
import type { CommandAnswer } from '#domain/command/answer';
import type { TimeOff } from '#domain/oncall/timeOff';
import { Person } from '#domain/people/person';
import { withHolidays } from '../../calendar/withHolidays';
import { idOf } from '../../identity/identity';
import { configuration } from '../../store/configuration';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { refusal } from '../refusal';
import type { Sent } from './ownContact';

const most = 50;

/** Saves when the sender is away. It takes them off no shift: `changes` names the shifts that need cover. */
export async function saveTimeOff({ timeOffId, startAt, endAt, note, commandId }: Sent<'saveTimeOff'>, sender: Person): Promise<CommandAnswer> {
  const now = Date.now();
  const problem = endAt <= startAt ? 'must end after it starts' : endAt <= now ? 'is over already' : endAt - startAt > longestTimeOff ? 'is more than a year later' : undefined;
  if (problem !== undefined) throw refusal('invalid', [{ path: 'endAt', message: problem }], `The end ${problem}.`);
  const timeOff: TimeOff = { id: timeOffId ?? idOf('timeOff', sender.id, commandId).slice(0, 20), startAt, endAt, note };
  await save({
    ref: at.person(sender.id), schema: Person, sender, commandId,
    change: (person, readAt) => {
      if (person === undefined) throw refusal('no-such-person');
      const others = recentTimeOff(person.timeOff, readAt).filter(({ id }) => id !== timeOff.id);
      if (others.length >= most) throw refusal('invalid', [{ path: 'startAt', message: 'Fifty are the most. Remove one first.' }], 'Fifty are the most. Remove one first.');
      return { ...person, timeOff: [...others, timeOff].sort((a, b) => a.startAt - b.startAt) };
    },
  });
  const changes = awayWords(withHolidays(await configuration()), { userId: sender.id, timeOff, zone: sender.timeZone }, now);
  const needed = changes.length === 1 ? 'one shift needs' : `${changes.length} shifts need`;
  const message = changes.length === 0 ? 'Saved. You have no shift then.' : `Saved. You stay on call until somebody takes over: ${needed} cover.`;
  return { outcome: 'done', code: 'saveTimeOff', message, savedId: timeOff.id, changes };
}

export async function removeTimeOff({ timeOffId, commandId }: Sent<'removeTimeOff'>, sender: Person): Promise<CommandAnswer> {
  if (!sender.timeOff.some(({ id }) => id === timeOffId)) return { outcome: 'unchanged', code: 'removeTimeOff', message: 'It is removed already.' };
  await save({
    ref: at.person(sender.id), schema: Person, sender, commandId,
    change: (person, readAt) => {
      if (person === undefined) throw refusal('no-such-person');
      return { ...person, timeOff: recentTimeOff(person.timeOff, readAt).filter(({ id }) => id !== timeOffId) };
    },
  });
  return { outcome: 'done', code: 'removeTimeOff', message: 'Removed. Shifts that others took over stay theirs.', savedId: timeOffId };
}

import type { CommandAnswer } from '#domain/command/answer';
import { ShiftNote } from '#domain/handOver/shiftNote';
import type { Person } from '#domain/people/person';
import { ReadinessSettings } from '#domain/readiness/shiftReadiness';
import { configuration } from '../../store/configuration';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { refusal } from '../refusal';
import type { Sent } from './sent';

/** What the next person on call is told as their shift starts. An empty text takes the note away. */
export async function saveHandOverNote({ scheduleId, text, commandId }: Sent<'saveHandOverNote'>, sender: Person): Promise<CommandAnswer> {
  if ((await configuration()).schedules[scheduleId] === undefined) throw refusal('no-such-schedule');
  await save({
    ref: at.shiftNote(scheduleId), schema: ShiftNote, sender, commandId,
    change: (_before, now) => (text === '' ? null : { scheduleId, text, by: { userId: sender.id, name: sender.name }, at: now }),
  });
  return { outcome: 'done', code: 'saveHandOverNote', message: text === '' ? 'The note is removed.' : 'Saved. The next person on call reads it as their shift starts.', savedId: scheduleId };
}

/** The team's list for the start of a shift. */
export async function saveReadiness({ items, hoursBefore, commandId }: Sent<'saveReadiness'>, sender: Person): Promise<CommandAnswer> {
  await save({ ref: at.readinessSettings(), schema: ReadinessSettings, sender, commandId, change: () => ({ items: [...new Set(items)], hoursBefore }) });
  return { outcome: 'done', code: 'saveReadiness', message: 'Saved. It counts for shifts that nobody was asked about yet.' };
}

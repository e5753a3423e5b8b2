import type { CommandAnswer } from '#domain/command/answer';
import type { RunbookCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { WarRoomSettings } from '#domain/room/room';
import { at } from '../../store/documents';
import { save } from '../../store/saved';

/** The standing room that every incident offers, and its backup. */
export async function saveWarRoom({ standing, commandId }: Extract<RunbookCommand, { type: 'saveWarRoom' }>, sender: Person): Promise<CommandAnswer> {
  await save({ ref: at.warRoomSettings(), schema: WarRoomSettings, sender, commandId, change: () => ({ standing }) });
  return { outcome: 'done', code: 'saveWarRoom', message: standing === null ? 'There is no standing war room any more.' : `${standing.main.name} is offered with every incident.` };
}

import { Room, WarRoom } from '#domain/room/room';
import type { DialIn } from '#domain/room/room';
import type { Issue } from '../../commands/send';
import { tidyNumber } from '../contact/ruleDraft';

/** A room as it is typed. */
export type RoomDraft = { name: string; url: string; dialIns: DialIn[] };
/** Both rooms as they are typed; nothing at all in one means that there is none. */
export type WarRoomDraft = { main: RoomDraft; backup: RoomDraft };

/** The schema's most numbers of a room. */
export const mostDialIns = 6;
export const emptyDialIn: DialIn = { label: '', number: '', code: '' };
const emptyRoom: RoomDraft = { name: '', url: '', dialIns: [] };

/** What the form starts with. */
export function warRoomDraftOf(standing: WarRoom | null): WarRoomDraft {
  return { main: draftOf(standing?.main ?? null), backup: draftOf(standing?.backup ?? null) };
}

const draftOf = (room: Room | null): RoomDraft => (room === null ? emptyRoom : { name: room.name, url: room.url ?? '', dialIns: room.dialIns.map((each) => ({ ...each })) });

/** Whether nothing is typed: there is no such room then. */
export const isEmptyRoom = ({ name, url, dialIns }: RoomDraft): boolean => name.trim() === '' && url.trim() === '' && filled(dialIns).length === 0;

const filled = (dialIns: readonly DialIn[]): DialIn[] => dialIns.filter(({ label, number, code }) => `${label}${number}${code}`.trim() !== '');

const messages: Readonly<Record<string, string>> = { url: 'begins with https://', number: 'needs its country code, such as +49 30 123456', code: 'has digits, * and # only' };

/** The rooms that were typed (null: none), or what is wrong with them: the same paths as the server's. A number is taken however it is grouped. */
export function warRoomOf({ main, backup }: WarRoomDraft): { standing: WarRoom | null } | { issues: Issue[] } {
  if (isEmptyRoom(main) && isEmptyRoom(backup)) return { standing: null };
  const rooms = { main: roomOf(main), backup: isEmptyRoom(backup) ? null : roomOf(backup) };
  const parsed = WarRoom.safeParse(rooms);
  if (parsed.success) return { standing: parsed.data };
  return {
    issues: parsed.error.issues.map(({ path, message, code }) => ({
      path: ['standing', ...path].join('.'), message: code === 'custom' ? 'A room needs an address or a number to dial.' : (messages[String(path.at(-1))] ?? message),
    })),
  };
}

function roomOf({ name, url, dialIns }: RoomDraft): Room {
  return { name: name.trim(), url: url.trim() === '' ? null : url.trim(), dialIns: filled(dialIns).map(({ label, number, code }) => ({ label: label.trim(), number: tidyNumber(number), code: code.replace(/\s/g, '') })) };
}

/** The address to try while it is typed; null while it is none. */
export function tryable(url: string): string | null {
  const typed = Room.shape.url.safeParse(url.trim());
  return typed.success ? typed.data : null;
}

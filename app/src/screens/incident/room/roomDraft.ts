import { type Room, WarRoom } from '#domain/room/room';
import type { z } from 'zod';

export type DialDraft = { label: string; number: string; code: string };
export type RoomDraft = { name: string; url: string; dialIns: DialDraft[] };
/** What is typed; `backup` null: no backup room. */
export type WarRoomDraft = { main: RoomDraft; backup: RoomDraft | null };
/** What is wrong, by the path of its field: `main.url`, `backup.dialIns.0.number`. */
export type RoomProblems = Readonly<Record<string, string>>;

export const emptyRoom: RoomDraft = { name: '', url: '', dialIns: [] };
export const emptyDial: DialDraft = { label: '', number: '', code: '' };

const typed = ({ name, url, dialIns }: Room): RoomDraft => ({ name, url: url ?? '', dialIns });

/** The room as it is typed; a new one has only a name, which most will keep. */
export function draftOf(warRoom: WarRoom | null): WarRoomDraft {
  if (warRoom === null) return { main: { ...emptyRoom, name: 'War room' }, backup: null };
  return { main: typed(warRoom.main), backup: warRoom.backup === null ? null : typed(warRoom.backup) };
}

/** The draft as a room, or what is wrong with it. Numbers may be typed with spaces; a dial-in with nothing in it is left out. */
export function roomOf({ main, backup }: WarRoomDraft): { warRoom: WarRoom } | { problems: RoomProblems } {
  const parsed = WarRoom.safeParse({ main: tidied(main), backup: backup === null ? null : tidied(backup) });
  if (parsed.success) return { warRoom: parsed.data };
  return { problems: problemsOf(parsed.error.issues, { main, backup }) };
}

const tidied = ({ name, url, dialIns }: RoomDraft): z.input<typeof Room> => ({
  name, url: url.trim() === '' ? null : withScheme(url.trim()),
  dialIns: filled(dialIns).map(({ label, number, code }) => ({ label, number: number.replace(/[\s()/.-]/g, ''), code: code.replace(/\s/g, '') })),
});

const filled = (dialIns: readonly DialDraft[]) => dialIns.filter(({ label, number, code }) => `${label}${number}${code}`.trim() !== '');
const withScheme = (url: string) => (/^[a-z]+:/i.test(url) ? url : `https://${url}`);

function problemsOf(issues: readonly z.core.$ZodIssue[], { main, backup }: WarRoomDraft): RoomProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [which, field, index, part] = path;
    // Those that are left out do not count: the n-th that is sent is another one on the screen.
    const dialIns = (which === 'backup' ? backup : main)?.dialIns ?? [];
    const shown = typeof index === 'number' ? dialIns.findIndex((each) => each === filled(dialIns)[index]) : -1;
    const key = shown === -1 ? [which, field].join('.') : [which, field, shown, part].join('.');
    problems[key] ??= `It ${field === 'url' && !message.startsWith('needs') ? 'must be an address that begins with https://' : message}.`;
  }
  return problems;
}

import { z } from 'zod';

/** A way into a call by telephone: the number, and the code that is dialled once it answers. */
export const DialIn = z.strictObject({ label: z.string().trim().max(60), number: z.string().regex(/^\+[1-9]\d{5,14}$/, 'must begin with + and the country, such as +4930123456'), code: z.string().regex(/^[0-9#*]*$/, 'has digits, * and # only').max(20) });
export type DialIn = z.infer<typeof DialIn>;

/** Where people meet: a video call, or numbers to dial, or both. */
export const Room = z.strictObject({ name: z.string().trim().min(1, 'is needed').max(80), url: z.url({ protocol: /^https$/ }).max(2000).nullable(), dialIns: z.array(DialIn).max(6) })
  .refine(({ url, dialIns }) => url !== null || dialIns.length > 0, { message: 'needs an address or a number to dial', path: ['url'] });
export type Room = z.infer<typeof Room>;

/** The room of an incident, and the one to go to when the first is down. */
export const WarRoom = z.strictObject({ main: Room, backup: Room.nullable() });
export type WarRoom = z.infer<typeof WarRoom>;

/** `settings/warRoom`: the standing room of the organisation, offered for every incident. */
export const WarRoomSettings = z.strictObject({ standing: WarRoom.nullable() });
export type WarRoomSettings = z.infer<typeof WarRoomSettings>;

/** The address that dials a number and its code on a phone (RFC 3966; the commas wait two seconds each, as phones understand them). */
export function dialHref({ number, code }: DialIn): string {
  return `tel:${number}${code === '' ? '' : `,,${code.replace(/#/g, '%23')}`}`;
}

import type { Incident } from '#domain/incident/incident';
import type { Room, WarRoom, WarRoomSettings } from '#domain/room/room';

/** The room to show; `isOpen` false: the standing one, which nobody has opened for this incident. */
export type ShownRoom = { warRoom: WarRoom; isOpen: boolean };

/** Where people meet: the incident's own room, else the standing one while the incident is open; null: there is none. */
export function shownRoom({ warRoom, status }: Pick<Incident, 'warRoom' | 'status'>, settings: WarRoomSettings | null): ShownRoom | null {
  if (warRoom !== null) return { warRoom, isOpen: true };
  if (status === 'resolved' || settings?.standing === null || settings === null) return null;
  return { warRoom: settings.standing, isOpen: false };
}

/** The address as a person reads it: the host, which says whose room it is. */
export const placeOf = ({ url }: Room): string | null => (url === null ? null : new URL(url).host);

/** "+4930123456, code 1234#". */
export const dialWords = ({ number, code }: Room['dialIns'][number]): string => (code === '' ? number : `${number}, code ${code}`);

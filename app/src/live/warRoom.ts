import { WarRoomSettings } from '#domain/room/room';
import { watchedDocument } from './watch';

/** The standing war room of the organisation; null where nobody has set one. Members only. */
export const warRoomSettings = watchedDocument('settings/warRoom', WarRoomSettings);

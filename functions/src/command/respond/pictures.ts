import { Buffer } from 'node:buffer';
import type { IncidentCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { isSuchPicture, mostPictureBytes, type Picture } from '#domain/picture/picture';
import type { Acting } from '../../commit/actOnIncident';
import { at } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';

/** A picture's id follows from the command that brought it, so that a retry brings it once. */
export const pictureIdOf = (commandId: string, index: number): string => `${commandId}-${index}`;

/** Writes a note's pictures beside the incident, in the note's own commit. Throws where one is not what it says. */
export function keepPictures({ pictures = [], commandId }: Extract<IncidentCommand, { type: 'addNote' }>, sender: Person): NonNullable<Acting['besides']> {
  pictures.forEach((picture, index) => {
    const path = `pictures.${index}`;
    if (!isSuchPicture(picture)) throw refusal('invalid', [{ path, message: 'is not the picture that it says it is. Choose a JPEG, PNG or WebP.' }]);
    if (Buffer.byteLength(picture.base64, 'base64') > mostPictureBytes) throw refusal('too-big', [{ path, message: 'is larger than 400 kB.' }]);
  });
  return (transaction, incident, now) => pictures.forEach((picture, index) => {
    const id = pictureIdOf(commandId, index);
    transaction.create(at.picture(incident.id, id), toStored({ ...picture, id, by: sender.name, at: now } satisfies Picture));
  });
}

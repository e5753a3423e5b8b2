import { Picture } from '#domain/picture/picture';
import { watchedDocument } from './watch';

/** One picture of an incident; null where there is none. Members only. Up to 400 kB: watch it only where it is seen. */
export const pictureOf = (incidentId: string, pictureId: string) => watchedDocument(`incidents/${incidentId}/pictures/${pictureId}`, Picture);

import { db } from '../firebase';
import { idOf } from '../identity/identity';

/** `publicStatus/notice-{id}`: all that the public was told of one notice. */
export const publicNoticeAt = (noticeId: string) => db().doc(`publicStatus/notice-${noticeId}`);

/** The id of an incident's one notice. It does not show which incident it is. */
export const noticeIdOf = (incidentId: string): string => idOf('notice', incidentId);

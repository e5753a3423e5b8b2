import { Heartbeat } from '#domain/heartbeat/heartbeat';
import { watchedQuery } from './watch';

/** Every dead-man switch. Members only. */
export const heartbeats = watchedQuery('heartbeats', ({ sdk, db }) => sdk.collection(db, 'heartbeats'), Heartbeat);

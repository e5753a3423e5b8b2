import { known } from '../../live/live';
import type { Live } from '../../live/live';
import type { ReadFailure } from '../../words/errors';

/**
 * A settings document as plans are foreseen by it: its value, null where there is none, undefined while it loads or after a failure. Offline, one that this device has
 * no copy of counts as none: most organisations have set up only some, and the server can't be asked.
 */
export function settingsKnown<T>(live: Live<T | null>, isOffline: boolean): T | null | undefined {
  const isUnseen = live.state === 'loading' || (live.state === 'failed' && live.reason === 'unavailable');
  return isOffline && isUnseen ? null : known(live);
}

/** Why something can't be read: the first reason, null where there is none. What offline counts as none has not failed. */
export function firstFailure(all: readonly { live: Live<unknown>; value: unknown }[]): ReadFailure | null {
  for (const { live, value } of all) if (live.state === 'failed' && value === undefined) return live.reason;
  return null;
}

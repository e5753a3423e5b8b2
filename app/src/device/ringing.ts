import { useSyncExternalStore } from 'react';
import { durationWords } from '#domain/time/words';
import { useMinute } from '../ui/useNow';
import { deviceStore } from './deviceStore';
import type { DeviceFacts } from './deviceStore';
import { deviceWord, thisPlatform } from './platform';
import type { Platform } from './platform';

/** Whether this device can wake its owner, and the one sentence about it. `testedAt`: the last test that was heard, ms since epoch. */
export type Ringing = {
  state: 'ready' | 'needsPermission' | 'denied' | 'unsupported' | 'localOnly' | 'checking';
  testedAt: number | null;
  sentence: string;
};

/** Decides it from what is known at `now`. A push address that should be there and is not counts as broken, not as fine. */
export function ringingOf({ permission, push, registration, testedAt }: DeviceFacts, platform: Pick<Platform, 'kind' | 'installed'>, now: number): Ringing {
  const device = deviceWord(platform);
  const said = (state: Ringing['state'], sentence: string): Ringing => ({ state, testedAt, sentence });
  const tested = testedAt === null ? '. Not tested yet.' : ` (tested ${agoWords(now - testedAt)}).`;
  switch (permission) {
    case null: return said('checking', `Looking whether this ${device} can ring.`);
    case 'unsupported':
      return said('unsupported', platform.kind === 'ios' && !platform.installed
        ? "This phone can't ring from the browser. Add Rouse to the Home Screen."
        : `This ${device} can't ring: its browser has no notifications.`);
    case 'denied': return said('denied', `This ${device} can't ring: notifications are blocked.`);
    case 'prompt': return said('needsPermission', `This ${device} can't ring: notifications are not allowed yet.`);
    case 'granted': break;
    default: return permission satisfies never;
  }
  switch (push) {
    case null: return said('checking', `Looking whether this ${device} can ring.`);
    case 'failed': return said('unsupported', `This ${device} rings only while Rouse is open: the push service gave no answer.`);
    case 'none': return said('localOnly', `This ${device} rings while Rouse is open${tested}`);
    case 'token': return registration === 'failed'
      ? said('checking', `Rouse could not be reached to register this ${device}. Trying again.`)
      : said('ready', `This ${device} can ring${tested}`);
    default: return push satisfies never;
  }
}

/** In one unit: whether it was minutes or days ago is all that matters here. */
function agoWords(ms: number): string {
  return ms < 60_000 ? 'just now' : `${durationWords(ms).split(' ').slice(0, 2).join(' ')} ago`;
}

/** The same for this device, as it changes. */
export function useRinging(): Ringing {
  const facts = useSyncExternalStore(deviceStore.subscribe, deviceStore.current);
  return ringingOf(facts, thisPlatform(), useMinute());
}

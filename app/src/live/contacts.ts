import type { Contact } from '#domain/people/person';
import type { Live, Unsubscribe, Watched } from './live';
import { known } from './live';
import { liveStore } from './liveStore';
import { contact } from './people';

/**
 * How these people are reached, by their id, as far as it is known: who has no document, or whose is refused, is missing. Live as soon as each has been
 * looked for. Admins only.
 */
export function contactsOf(userIds: readonly string[]): Watched<Record<string, Contact>> {
  const ids = [...new Set(userIds)].sort();
  return {
    key: `contacts:${ids.join(',')}`,
    watch: (onChange) => {
      const tell = () => onChange(together(ids.map((id) => [id, liveStore.current(contact(id))])));
      const stops: Unsubscribe[] = ids.map((id) => liveStore.subscribe(contact(id), tell));
      tell();
      return () => { for (const stop of stops) stop(); };
    },
  };
}

/** Several documents as one: those that are not there yet hold it back, those that failed do not. */
export function together<T>(each: readonly (readonly [string, Live<T | null>])[]): Live<Record<string, T>> {
  if (each.some(([, live]) => live.state === 'loading')) return { state: 'loading' };
  const value = Object.fromEntries(each.flatMap(([id, live]) => {
    const found = known(live);
    return found === undefined || found === null ? [] : [[id, found]];
  }));
  return { state: each.some(([, live]) => live.state === 'cached') ? 'cached' : 'live', value, unreadable: 0 };
}

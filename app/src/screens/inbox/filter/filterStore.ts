import { onSignOut } from '../../../session/session';
import { Filter, noFilter } from './filter';

const KEPT = 'rouse-inbox-filter';
const listeners = new Set<() => void>();

function read(): Filter {
  try {
    return Filter.catch(noFilter).parse(JSON.parse(localStorage.getItem(KEPT) ?? 'null'));
  } catch {
    return noFilter;
  }
}

let current: Filter | undefined;

/** The filter of this device, kept from one launch to the next and forgotten at sign-out. */
export const filterStore = {
  current: (): Filter => (current ??= read()),
  choose(filter: Filter): void {
    current = filter;
    try {
      localStorage.setItem(KEPT, JSON.stringify(filter));
    } catch {
      // Storage is full or closed: it holds until the app is closed.
    }
    for (const listener of [...listeners]) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};
onSignOut(() => filterStore.choose(noFilter));

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCommands } from '../../commands/useCommands';
import { configuration } from '../../session/configuration';

/** A key that may send alerts for a service. Held in memory alone: Rouse keeps only its hash, and so should this device. */
type Made = { serviceId: string; key: string };

let made: Made | null = null;
const listeners = new Set<() => void>();
const store = {
  current: () => made,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  learn: (next: Made) => {
    made = next;
    for (const listener of listeners) listener();
  },
};

export type IntegrationKey =
  | { state: 'loading' }
  | { state: 'none' }
  | { state: 'known'; serviceId: string; key: string };

/** The key for the lead-through: the demo's on a laptop, else one that an admin makes here. */
export function useIntegrationKey(): { key: IntegrationKey; make: (serviceId: string) => Promise<string | null> } {
  const { send } = useCommands();
  const known = useSyncExternalStore(store.subscribe, store.current);
  const [demo, setDemo] = useState<IntegrationKey>({ state: 'loading' });
  useEffect(() => {
    let gone = false;
    configuration().then(
      ({ deployment: { demo: given } }) => { if (!gone) setDemo(given ? { state: 'known', serviceId: given.serviceId, key: given.integrationKey } : { state: 'none' }); },
      () => { if (!gone) setDemo({ state: 'none' }); },
    );
    return () => { gone = true; };
  }, []);
  const make = async (serviceId: string): Promise<string | null> => {
    const outcome = await send({ type: 'createIntegration', serviceId, source: 'generic', name: 'Made on the welcome screen' });
    if (outcome.state !== 'answered') return outcome.sentence;
    if (outcome.answer.key === undefined) return outcome.answer.message;
    store.learn({ serviceId, key: outcome.answer.key });
    return null;
  };
  return { key: known ? { state: 'known', ...known } : demo, make };
}

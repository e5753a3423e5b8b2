import { useEffect, useRef, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Outcome } from '../../../commands/send';
import { useCommands } from '../../../commands/useCommands';
import type { Wish } from '../../../commands/wish';
import { usePerson } from '../../../session/useSession';
import { say } from '../../../ui';
import { putAsideAfterRelease } from '../../alarm/aside';
import { acknowledgedWords, canAcknowledge, canResolve, HELD_FOR, releasedWords, resolvedWords, UNDO_FOR } from './bulk';
import type { Result } from './bulk';

/** How far what was asked of several incidents is. Times in ms since epoch. */
export type Bulk =
  | { state: 'idle' }
  | { state: 'sending'; words: string }
  /** Nothing is sent before `until`. */
  | { state: 'held'; incidents: Incident[]; until: number }
  | { state: 'said'; words: string; undo: { took: string[]; until: number } | null };

/** How long a sentence that offers nothing stays, in ms. */
const READ_FOR = 8_000;
/** A timer that comes so late (ms) was asleep: what it was set for is no longer what somebody wants. */
const TOO_LATE = 60_000;

/**
 * Acknowledges and resolves several incidents, one command each, in order, through the queue. An acknowledge goes at once and can be given back; a resolve waits
 * first, because taking it back later would page again. `currentOf` answers an incident as it is now.
 */
export function useBulk(currentOf: (id: string) => Incident | undefined) {
  const { userId } = usePerson();
  const { send } = useCommands();
  const [bulk, setBulk] = useState<Bulk>({ state: 'idle' });
  const latest = useRef({ bulk, currentOf, send });
  useEffect(() => { latest.current = { bulk, currentOf, send }; });

  const sendAll = async (incidents: readonly Incident[], wishOf: (incidentId: string) => Wish): Promise<Result[]> => {
    const sent = incidents.map((incident): [Incident, Promise<Outcome>] => [incident, latest.current.send(wishOf(incident.id))]);
    return Promise.all(sent.map(async ([incident, outcome]) => ({ incident, outcome: await outcome })));
  };
  /** A resolve that still waits keeps its place at the thumb: then the sentence is said beside it. */
  const tell = (words: string, took: string[]) => {
    if (latest.current.bulk.state === 'held') say(words);
    else setBulk({ state: 'said', words, undo: took.length === 0 ? null : { took, until: Date.now() + UNDO_FOR } });
  };

  const acknowledge = async (incidents: readonly Incident[]) => {
    const free = incidents.filter(canAcknowledge);
    const held = incidents.filter((incident) => !canAcknowledge(incident));
    if (free.length > 0 && bulk.state !== 'held') setBulk({ state: 'sending', words: free.length === 1 ? 'Acknowledging' : `Acknowledging ${free.length}` });
    const { words, took } = acknowledgedWords(await sendAll(free, (incidentId) => ({ type: 'acknowledge', incidentId })), held, userId);
    tell(words, took);
  };

  const undo = async () => {
    if (bulk.state === 'held') {
      setBulk({ state: 'said', words: 'Nothing was sent. They stay as they are.', undo: null });
      return;
    }
    if (bulk.state !== 'said' || bulk.undo === null) return;
    // Given to somebody else meanwhile: a release would take it from them.
    const mine = bulk.undo.took.flatMap((id) => {
      const incident = latest.current.currentOf(id);
      return incident?.status === 'acknowledged' && incident.owner.userId === userId ? [incident] : [];
    });
    setBulk({ state: 'sending', words: 'Giving back' });
    mine.forEach(putAsideAfterRelease);
    tell(releasedWords(await sendAll(mine, (incidentId) => ({ type: 'release', incidentId })), bulk.undo.took.length - mine.length), []);
  };

  const hold = (incidents: readonly Incident[]) => {
    const before = bulk.state === 'held' ? bulk.incidents : [];
    const added = incidents.filter((incident) => canResolve(incident) && !before.some(({ id }) => id === incident.id));
    if (added.length > 0) setBulk({ state: 'held', incidents: [...before, ...added], until: Date.now() + HELD_FOR });
  };

  const resolve = useRef<(incidents: readonly Incident[]) => Promise<void>>(undefined);
  useEffect(() => {
    resolve.current = async (incidents) => {
      setBulk({ state: 'sending', words: incidents.length === 1 ? 'Resolving' : `Resolving ${incidents.length}` });
      setBulk({ state: 'said', words: resolvedWords(await sendAll(incidents, (incidentId) => ({ type: 'resolve', incidentId }))), undo: null });
    };
  });

  useEffect(() => {
    if (bulk.state === 'idle' || bulk.state === 'sending') return undefined;
    const until = bulk.state === 'held' ? bulk.until : (bulk.undo?.until ?? Date.now() + READ_FOR);
    const timer = setTimeout(() => {
      if (bulk.state === 'said') setBulk({ state: 'idle' });
      else if (Date.now() - until > TOO_LATE) setBulk({ state: 'said', words: 'Nothing was resolved: this device was asleep when it was time.', undo: null });
      else void resolve.current?.(bulk.incidents);
    }, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [bulk]);

  // Without its Undo on the screen nothing may be sent.
  useEffect(() => () => { if (latest.current.bulk.state === 'held') say('Nothing was resolved: you left the list within its 8 s.', 'danger'); }, []);

  return { bulk, acknowledge, hold, undo, dismiss: () => setBulk({ state: 'idle' }) };
}

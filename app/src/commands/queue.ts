import type { Command } from '#domain/command/command';
import type { Outcome } from './send';
import { isStale } from './wish';

/**
 * A kept command. `sending`: its first answer is still expected, so the screen may show it as done; `waiting`: no answer
 * came, so it must not; `settled`: answered, shown until the listener brings the truth (a moment later).
 */
export type Entry = { command: Command; userId: string; queuedAt: number; order: number; state: 'sending' | 'waiting' | 'settled' };
/** What is written to disk: everything but the state, which starts anew as `waiting`. */
export type KeptEntry = Omit<Entry, 'state'>;

export type QueueParts = {
  /** One record per command: two tabs must not write over each other's. */
  disk: { all: () => Promise<KeptEntry[]>; put: (entry: KeptEntry) => Promise<void>; remove: (commandId: string) => Promise<void> };
  send: (command: Command) => Promise<Outcome>;
  now: () => number;
  /** Calls back after `ms`; answers how to call it off. */
  after: (ms: number, run: () => void) => () => void;
  /** A command that was answered or refused after its sender had been told "not yet sent", or that grew stale (`null`). */
  late: (command: Command, outcome: Outcome | null) => void;
  /** The disk took nothing: what is queued lives only as long as the app stays open. */
  unkept?: () => void;
};

/** Waits before the next attempt, in ms; the last one repeats. */
const PAUSES = [1_000, 2_000, 5_000, 15_000, 30_000];
/** How long an answered command stays on the screen as an overlay, in ms. */
const SETTLING = 1_200;

export type CommandQueue = ReturnType<typeof createQueue>;

/**
 * The one queue of commands: strictly in order, the same id at every attempt, kept on disk until answered. The head blocks
 * what comes after it, because a release must not overtake its acknowledge.
 */
export function createQueue({ disk, send, now, after, late, unkept }: QueueParts) {
  let entries: readonly Entry[] = [];
  let userId: string | null = null;
  let failures = 0;
  let draining = false;
  let order = 0;
  let callOff: () => void = () => undefined;
  const asking = new Map<string, (outcome: Outcome) => void>();
  const listeners = new Set<() => void>();

  function become(next: readonly Entry[]) {
    entries = next;
    for (const listener of listeners) listener();
  }
  const mark = (commandId: string, state: Entry['state']) =>
    become(entries.map((entry) => (entry.command.commandId === commandId ? { ...entry, state } : entry)));
  const drop = (commandId: string) => become(entries.filter((entry) => entry.command.commandId !== commandId));

  function tell(command: Command, outcome: Outcome) {
    const asker = asking.get(command.commandId);
    asking.delete(command.commandId);
    if (asker) asker(outcome);
    else if (outcome.state !== 'unanswered') late(command, outcome);
  }

  async function settle(entry: Entry, outcome: Exclude<Outcome, { state: 'unanswered' }>) {
    const { commandId } = entry.command;
    failures = 0;
    await disk.remove(commandId);
    if (outcome.state === 'answered') {
      mark(commandId, 'settled');
      after(SETTLING, () => drop(commandId));
    } else drop(commandId);
    tell(entry.command, outcome);
  }

  /** No answer: nothing behind the head may look done either, and the next attempt comes after a pause. */
  function giveUpForNow(outcome: Outcome) {
    become(entries.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry)));
    for (const { command, state } of entries) if (state === 'waiting') tell(command, outcome);
    const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
    failures += 1;
    callOff = after(pause, () => { void drain(); });
  }

  async function drain(): Promise<void> {
    if (draining) return;
    draining = true;
    callOff();
    try {
      for (;;) {
        const head = entries.find((entry) => entry.state !== 'settled' && entry.userId === userId);
        if (!head) return;
        if (isStale(head.command, head.queuedAt, now())) {
          await disk.remove(head.command.commandId);
          drop(head.command.commandId);
          late(head.command, null);
          continue;
        }
        const outcome = await send(head.command);
        if (outcome.state === 'unanswered') {
          giveUpForNow(outcome);
          return;
        }
        await settle(head, outcome);
      }
    } finally {
      draining = false;
    }
  }

  return {
    current: (): readonly Entry[] => entries,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },

    /** Takes over what this person's earlier launches left, and begins to send it. */
    open: async (of: string): Promise<void> => {
      userId = of;
      const left = (await disk.all()).filter((entry) => entry.userId === of);
      const known = new Set(entries.map(({ command }) => command.commandId));
      const waiting = left.filter(({ command }) => !known.has(command.commandId)).map((entry) => ({ ...entry, state: 'waiting' as const }));
      become([...waiting, ...entries].sort((a, b) => a.queuedAt - b.queuedAt || a.order - b.order));
      await drain();
    },

    /** Keeps the command and sends it in its turn. Resolves with the first attempt's outcome; later ones go to `late`. */
    add: async (command: Command, of: string): Promise<Outcome> => {
      userId = of;
      const entry: Entry = { command, userId: of, queuedAt: now(), order: (order += 1), state: entries.some(({ state }) => state === 'waiting') ? 'waiting' : 'sending' };
      const outcome = new Promise<Outcome>((resolve) => { asking.set(command.commandId, resolve); });
      become([...entries, entry]);
      const { state: _state, ...keep } = entry;
      const isKept = await disk.put(keep).then(() => true, () => false);
      void drain();
      // Only of what did not leave at once is there something to say.
      if (!isKept) void outcome.then(({ state }) => { if (state === 'unanswered') unkept?.(); });
      return outcome;
    },

    /** Tries at once: the network is back. */
    retry: (): void => {
      failures = 0;
      void drain();
    },

    /** Forgets this person's commands: they sign out, and the next one must not send them. */
    clear: async (): Promise<void> => {
      callOff();
      for (const { command } of entries) await disk.remove(command.commandId);
      userId = null;
      become([]);
    },
  };
}

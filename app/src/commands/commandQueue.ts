import { createStore, del, set, values } from 'idb-keyval';
import type { Command } from '#domain/command/command';
import { connection } from '../live/connection';
import { onSignOut, sessionStore } from '../session/session';
import { say } from '../ui/toast';
import { createQueue } from './queue';
import type { KeptEntry } from './queue';
import { sendCommand } from './send';
import { lateSentence } from './words';

const store = createStore('rouse-commands', 'queue');

/** So long (ms) the queue waits for the disk: what is kept is for a battery that dies, and a disk that stalls must not hold up an acknowledge. */
const DISK_PATIENCE = 500;
/** The same work, given up when the disk stalls; what it does later still holds. */
const soon = (work: Promise<void>): Promise<void> => Promise.race([work, new Promise<void>((_resolve, reject) => { setTimeout(() => reject(new Error('the disk did not answer')), DISK_PATIENCE); })]);

/** The app's queue, in IndexedDB: survives a closed tab and a flat battery. */
export const commandQueue = createQueue({
  disk: {
    // Storage that cannot be read (a private window, a full disk) must not stop what is sent from memory.
    all: () => values<KeptEntry>(store).catch(() => []),
    put: (entry) => soon(set(entry.command.commandId, entry, store)),
    remove: (commandId) => soon(del(commandId, store)).catch(() => undefined),
  },
  unkept: () => say('This device has no room to keep it. Leave Rouse open until it is sent.', 'danger'),
  send: sendCommand,
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  late(command: Command, outcome) {
    const session = sessionStore.current();
    const zone = session.state === 'signedIn' ? session.person.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone;
    const good = outcome?.state === 'answered' && outcome.answer.outcome === 'done';
    say(lateSentence(command, outcome, { zone, now: Date.now() }), good ? 'good' : 'danger');
  },
});
onSignOut(() => commandQueue.clear());

/** Begins to send what is kept for whoever is signed in, and again whenever the network comes back. */
export function startCommands(): () => void {
  let opened: string | null = null;
  const follow = () => {
    const session = sessionStore.current();
    const userId = session.state === 'signedIn' && session.confirmed ? session.person.userId : null;
    if (userId && userId !== opened) void commandQueue.open(userId);
    opened = userId;
  };
  const retry = () => { if (connection.current().state === 'online') commandQueue.retry(); };
  window.addEventListener('online', retry);
  const ends = [sessionStore.subscribe(follow), connection.subscribe(retry), () => window.removeEventListener('online', retry)];
  follow();
  return () => ends.forEach((end) => end());
}

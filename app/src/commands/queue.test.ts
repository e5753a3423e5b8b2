import { expect, it, vi } from 'vitest';
import type { Command } from '#domain/command/command';
import { createQueue } from './queue';
import type { KeptEntry } from './queue';
import type { Outcome } from './send';

const acknowledge = (commandId: string): Command => ({ type: 'acknowledge', commandId, incidentId: 'INC-K7Q2MD' });
const release = (commandId: string): Command => ({ type: 'release', commandId, incidentId: 'INC-K7Q2MD' });
const done: Outcome = { state: 'answered', answer: { outcome: 'done', code: 'done', message: 'Done.' } };
const unanswered: Outcome = { state: 'unanswered', sentence: 'No answer.' };
const refused: Outcome = { state: 'refused', code: 'not-allowed', sentence: 'No.', issues: [] };

/** A queue on a disk in memory, a clock that the test turns, and answers that it prepares. */
function bench(kept: KeptEntry[] = []) {
  const disk = new Map(kept.map((entry) => [entry.command.commandId, entry]));
  const timers: { at: number; run: () => void }[] = [];
  const sent: string[] = [];
  const late = vi.fn<(command: Command, outcome: Outcome | null) => void>();
  let clock = 1_000_000;
  let answers: (Outcome | Promise<Outcome>)[] = [];
  const queue = createQueue({
    disk: {
      all: () => Promise.resolve([...disk.values()]),
      put: (entry) => { disk.set(entry.command.commandId, entry); return Promise.resolve(); },
      remove: (id) => { disk.delete(id); return Promise.resolve(); },
    },
    send: (command) => { sent.push(command.commandId); return Promise.resolve(answers.shift() ?? done); },
    now: () => clock,
    after(ms, run) {
      const timer = { at: clock + ms, run };
      timers.push(timer);
      return () => { timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0); };
    },
    late,
  });
  const settle = async () => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };
  return {
    queue, disk, sent, late, settle,
    answer: (...next: (Outcome | Promise<Outcome>)[]) => { answers = next; },
    pass: async (ms: number) => {
      clock += ms;
      for (const timer of timers.filter(({ at }) => at <= clock)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
      await settle();
    },
    states: () => queue.current().map(({ command, state }) => `${command.commandId} ${state}`),
  };
}

it('sends in order, one at a time', async () => {
  const { queue, sent, answer, settle } = bench();
  let finish: (outcome: Outcome) => void = () => undefined;
  answer(new Promise<Outcome>((resolve) => { finish = resolve; }));
  const first = queue.add(acknowledge('first-00'), 'ada');
  const second = queue.add(release('second-0'), 'ada');
  await settle();
  expect(sent).toEqual(['first-00']);
  finish(done);
  expect(await first).toEqual(done);
  expect(await second).toEqual(done);
  expect(sent).toEqual(['first-00', 'second-0']);
});

it('keeps what got no answer, says so, and sends it again with the same id until it is answered', async () => {
  const { queue, disk, sent, late, answer, pass, states } = bench();
  answer(unanswered, unanswered, done);
  expect(await queue.add(acknowledge('first-00'), 'ada')).toEqual(unanswered);
  expect(states()).toEqual(['first-00 waiting']);
  expect([...disk.keys()]).toEqual(['first-00']);
  await pass(1_000);
  expect(sent).toHaveLength(2);
  expect(late).not.toHaveBeenCalled();
  await pass(1_000);
  expect(sent).toHaveLength(2);
  await pass(1_000);
  expect(sent).toEqual(['first-00', 'first-00', 'first-00']);
  expect(late).toHaveBeenCalledWith(acknowledge('first-00'), done);
  expect(disk.size).toBe(0);
});

it('tries at once when somebody taps again, and never shows what stands behind an unanswered command as on its way', async () => {
  const { queue, answer, settle, states, sent } = bench();
  answer(unanswered, unanswered);
  await queue.add(acknowledge('first-00'), 'ada');
  expect(await queue.add(release('second-0'), 'ada')).toEqual(unanswered);
  expect(sent).toEqual(['first-00', 'first-00']);
  expect(states()).toEqual(['first-00 waiting', 'second-0 waiting']);
  queue.retry();
  await settle();
  expect(sent.slice(2)).toEqual(['first-00', 'second-0']);
  expect(states()).toEqual(['first-00 settled', 'second-0 settled']);
});

it('drops what is refused, and goes on with the next', async () => {
  const { queue, disk, answer, settle, states } = bench();
  answer(refused, done);
  const first = queue.add(acknowledge('first-00'), 'ada');
  const second = queue.add(release('second-0'), 'ada');
  expect(await first).toEqual(refused);
  expect(await second).toEqual(done);
  await settle();
  expect(disk.size).toBe(0);
  expect(states()).toEqual(['second-0 settled']);
});

it('shows an answered command as settled for a moment, until the listener has brought the truth', async () => {
  const { queue, pass, states } = bench();
  await queue.add(acknowledge('first-00'), 'ada');
  expect(states()).toEqual(['first-00 settled']);
  await pass(1_200);
  expect(states()).toEqual([]);
});

it('takes over what an earlier launch left, oldest first, and only that of the same person', async () => {
  const { queue, sent, late, settle } = bench([
    { command: release('second-0'), userId: 'ada', queuedAt: 999_002, order: 2 },
    { command: acknowledge('others-0'), userId: 'sam', queuedAt: 999_000, order: 1 },
    { command: acknowledge('first-00'), userId: 'ada', queuedAt: 999_001, order: 1 },
  ]);
  await queue.open('ada');
  await settle();
  expect(sent).toEqual(['first-00', 'second-0']);
  expect(late).toHaveBeenCalledTimes(2);
});

it('drops an acknowledge that has waited for more than 15 min, and says so; a note is sent at any age', async () => {
  const note: Command = { type: 'addNote', commandId: 'note-000', incidentId: 'INC-K7Q2MD', text: 'Restarted it.' };
  const { queue, disk, sent, late } = bench([
    { command: acknowledge('first-00'), userId: 'ada', queuedAt: 1_000_000 - 16 * 60_000, order: 1 },
    { command: note, userId: 'ada', queuedAt: 1_000_000 - 16 * 60_000, order: 2 },
  ]);
  await queue.open('ada');
  expect(sent).toEqual(['note-000']);
  expect(late.mock.calls).toEqual([[acknowledge('first-00'), null], [note, done]]);
  expect(disk.size).toBe(0);
});

it('keeps a long note with its pictures whole, and sends it in its turn', async () => {
  const note: Command = {
    type: 'addNote', commandId: 'note-000', incidentId: 'INC-K7Q2MD', text: 'x'.repeat(20_000), tappedAt: 1_000_000,
    pictures: [{ type: 'image/jpeg', width: 800, height: 600, base64: 'A'.repeat(400_000), words: 'A graph' }],
  };
  const first = bench();
  first.answer(unanswered);
  await first.queue.add(note, 'ada');
  expect([...first.disk.values()].map(({ command }) => command)).toEqual([note]);
  // What was left is what another launch sends, after what came before it.
  const later = bench([{ command: acknowledge('first-00'), userId: 'ada', queuedAt: 999_000, order: 1 }, ...structuredClone([...first.disk.values()])]);
  await later.queue.open('ada');
  expect(later.sent).toEqual(['first-00', 'note-000']);
  expect(later.late.mock.calls.at(-1)).toEqual([note, done]);
});

it('says so where the device has no room to keep what did not leave at once', async () => {
  const unkept = vi.fn();
  const answers = [done, unanswered];
  const queue = createQueue({
    disk: { all: () => Promise.resolve([]), put: () => Promise.reject(new Error('QuotaExceededError')), remove: () => Promise.resolve() },
    send: () => Promise.resolve(answers.shift() ?? done), now: () => 0, after: () => () => undefined, late: vi.fn(), unkept,
  });
  await queue.add(acknowledge('first-00'), 'ada');
  expect(unkept).not.toHaveBeenCalled();
  await queue.add(acknowledge('second-0'), 'ada');
  await Promise.resolve();
  expect(unkept).toHaveBeenCalledOnce();
});

it('forgets everything at sign-out', async () => {
  const { queue, disk, answer, pass, sent } = bench();
  answer(unanswered);
  await queue.add(acknowledge('first-00'), 'ada');
  await queue.clear();
  await pass(60_000);
  expect(disk.size).toBe(0);
  expect(queue.current()).toEqual([]);
  expect(sent).toHaveLength(1);
});

import { expect, it, vi } from 'vitest';
import type { PushedPage } from '../sw/payload';
import type { TokenOutcome } from './byToken';
import { createTokenActs } from './tokenActs';

const id = 'INC-K7Q2MD';
const page: PushedPage = { kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: id, tag: id, title: 'SEV1 Checkout', body: '', url: `/incidents/${id}`, sentAt: 0, loud: true };
const done: TokenOutcome = { state: 'done', message: 'Acknowledged by you at 03:20.' };
const unanswered: TokenOutcome = { state: 'unanswered', message: 'Not yet sent.' };

/** Answers that the test prepares, a clock and a disk of its own. */
function bench(...answers: TokenOutcome[]) {
  let clock = 1_000;
  const timers: { at: number; run: () => void }[] = [];
  const disk = new Map<string, { page: PushedPage; at: number }>();
  const late = vi.fn();
  const send = vi.fn(() => Promise.resolve(answers.shift() ?? done));
  const acts = createTokenActs({
    send, late, now: () => clock,
    disk: {
      all: () => Promise.resolve([...disk.values()]),
      keep: (act) => { disk.set(act.page.token, act); return Promise.resolve(); },
      forget: ({ token }) => { disk.delete(token); return Promise.resolve(); },
    },
    after(ms, run) {
      const timer = { at: clock + ms, run };
      timers.push(timer);
      return () => { if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1); };
    },
  });
  const settle = async () => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };
  const pass = async (ms: number) => {
    clock += ms;
    for (const timer of timers.splice(0)) if (timer.at <= clock) timer.run(); else timers.push(timer);
    await settle();
  };
  return { acts, disk, late, send, pass, settle };
}

it('is done only when Rouse has said so', async () => {
  const { acts, disk, late } = bench(done);
  const acting = acts.acknowledge(id, page);
  expect(acts.of(id)?.state).toBe('sending');
  await acting;
  expect(acts.of(id)).toMatchObject({ state: 'done', late: false, message: done.message });
  expect(disk.size).toBe(0);
  expect(late).not.toHaveBeenCalled();
});

it('waits, kept for the service worker, goes on trying, and says when it was sent', async () => {
  const { acts, disk, late, send, pass } = bench(unanswered, unanswered, done);
  await acts.acknowledge(id, page);
  expect(acts.of(id)).toEqual({ state: 'waiting', page, at: 1_000 });
  expect([...disk.values()]).toEqual([{ page, at: 1_000 }]);
  await pass(1_000);
  expect(acts.of(id)?.state).toBe('waiting');
  await pass(2_000);
  expect(send).toHaveBeenCalledTimes(3);
  expect(acts.of(id)).toMatchObject({ state: 'done', late: true, at: 1_000, settledAt: 4_000 });
  expect(late).toHaveBeenCalledOnce();
  expect(disk.size).toBe(0);
});

it('tries at once when the network is back, never twice at the same time', async () => {
  const { acts, send, settle, pass } = bench(unanswered, done);
  await acts.acknowledge(id, page);
  acts.retry();
  acts.retry();
  await settle();
  expect(send).toHaveBeenCalledTimes(2);
  await pass(60_000);
  expect(send).toHaveBeenCalledTimes(2);
});

it('takes over what was tapped on the lock screen: it does not look done here either', async () => {
  const { acts, disk, settle } = bench(unanswered);
  disk.set(page.token, { page, at: 500 });
  await acts.adopt();
  await settle();
  expect(acts.of(id)).toMatchObject({ state: 'waiting', at: 500 });
});

it('gives up what is refused for good, with its reason', async () => {
  const { acts, disk, pass, send } = bench({ state: 'refused', message: 'This page has run out.' });
  await acts.acknowledge(id, page);
  await pass(60_000);
  expect(acts.of(id)).toMatchObject({ state: 'refused', message: 'This page has run out.' });
  expect(send).toHaveBeenCalledOnce();
  expect(disk.size).toBe(0);
});

import { setTimeout as wait } from 'node:timers/promises';
import { Timestamp, type DocumentReference } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { beginDrill } from '../drill/begin';
import { carryOutPlan } from '../plan/carryOut';
import { sendStatusMail } from '../statusPage/sendMails';
import { ask } from '../store/queries';
import { carryOutAutomation } from './carryOut';

/** So many of each are looked at in a pass, and so many carried out side by side: twenty that hang must not keep the twenty-first waiting for a pass of its own. */
const atOnce = 200;
const sideBySide = 20;
/** What failed is tried again after so long (ms). */
const later = 60_000;
/** What this process has in hand: a pass that finds it due again leaves it alone. */
const underWay = new Set<string>();

const begun = new Set<Promise<void>>();

/**
 * Begins what is due of plans, public notices, drills and mails to subscribers, and waits for none of it: a chat that does not answer holds up no pass that pages. What fails is
 * logged and tried again a minute later. `now`: ms since epoch.
 */
export function beginDueAutomation(now: number): void {
  const running = carryOutDue(now).catch((error: unknown) => { logger.error('automation', error); });
  begun.add(running);
  void running.finally(() => { begun.delete(running); });
}

/** Resolves when what was begun has ended, after `patience` ms at the latest: a function that has answered gets no processor to go on with. */
export async function automationEnds(patience: number): Promise<void> {
  await Promise.race([Promise.all(begun), wait(patience, undefined, { ref: false })]);
}

async function carryOutDue(now: number): Promise<void> {
  const [drills, notes, plans, mails] = await Promise.all([
    ask('dueDrills', [now]).limit(atOnce).get(), ask('dueAutomation', [now]).limit(atOnce).get(), ask('duePlans', [now]).limit(atOnce).get(), ask('dueStatusMails', [now]).limit(atOnce).get(),
  ]);
  const work = [
    ...drills.docs.map(({ ref }) => ({ ref, run: beginDrill })), ...notes.docs.map(({ ref }) => ({ ref, run: carryOutAutomation })),
    ...plans.docs.map(({ ref }) => ({ ref, run: carryOutPlan })), ...mails.docs.map(({ ref }) => ({ ref, run: sendStatusMail })),
  ];
  const fresh = work.filter(({ ref }) => !underWay.has(ref.path));
  for (const { ref } of fresh) underWay.add(ref.path);
  const next = fresh[Symbol.iterator]();
  await Promise.all(Array.from({ length: Math.min(sideBySide, fresh.length) }, async () => {
    for (const { ref, run } of next) await carriedOut(ref, run, now);
  }));
}

async function carriedOut(ref: DocumentReference, run: (id: string) => Promise<void>, now: number): Promise<void> {
  try {
    await run(ref.id);
  } catch (error) {
    logger.error(`automation: ${ref.path}`, error);
    await ref.update({ dueAt: Timestamp.fromMillis(now + later) }).catch((failure: unknown) => logger.error(`automation: ${ref.path}`, failure));
  } finally {
    underWay.delete(ref.path);
  }
}

import { ACT_LIFE, pauseBefore, readAnswer } from './answer';
import type { Attempt } from './answer';
import { arrange } from './arrange';
import { isLookedAt } from './clients';
import { actionsOf, quiet } from './options';
import { after } from './receipt';
import { worker } from './scope';
import { unsent } from './unsent';
import type { Act } from './unsent';
import { answerWords, notYetSent, refusedWords, sending } from './words';

const path = { acknowledge: 'ack', escalate: 'escalate' } as const;
/** A tap gets a word after this long without an answer, in ms. */
const IMPATIENCE = 400;
/** How long one attempt may take, in ms: past a cold start of the backend. */
const ATTEMPT = 12_000;

/** Acts on their way in this worker's life: two wakes at once must not send one tap twice. `hurry` ends the present pause. */
const running = new Map<string, { done: Promise<void>; hurry: () => void }>();

/**
 * Sends a tap until it is answered: now, with growing pauses for as long as the browser lets this worker live, and again at
 * every later wake. What the notification says is true at each moment, and done is only said once Rouse has answered.
 */
export async function act(wish: Act): Promise<void> {
  await unsent.keep(wish).catch(() => undefined);
  await drive(wish);
}

/** Takes up what earlier lives of this worker left: at a sync, a push, a navigation, a message, its activation. */
export async function resume(): Promise<void> {
  const waiting = await unsent.all().catch((): Act[] => []);
  await Promise.all(waiting.map(drive));
}

function drive(wish: Act): Promise<void> {
  const key = `${wish.what} ${wish.page.token}`;
  const already = running.get(key);
  if (already) {
    already.hurry();
    return already.done;
  }
  const pausing: { cut: () => void } = { cut: () => undefined };
  const pause = (ms: number) => Promise.race([after(ms).then(() => false), new Promise<boolean>((resolve) => { pausing.cut = () => resolve(true); })]);
  const done = untilAnswered(wish, pause).finally(() => running.delete(key));
  running.set(key, { done, hurry: () => pausing.cut() });
  return done;
}

/** `pause` answers whether it was cut short by another tap or wake. */
async function untilAnswered(wish: Act, pause: (ms: number) => Promise<boolean>): Promise<void> {
  let tapped = true;
  for (let next = 0; ; next += 1) {
    if (Date.now() - wish.at > ACT_LIFE) return settle(wish, refusedWords);
    let outcome: Attempt | null = null;
    const sent = attempt(wish).then((answer) => { outcome = answer; return answer; });
    await Promise.race([sent, after(IMPATIENCE)]);
    // One after the other, never at once: the last words must be the last to arrive.
    if (outcome === null && tapped) await say(wish, sending[wish.what]);
    const answer = await sent;
    switch (answer.state) {
      case 'answered': return settle(wish, answer.message ?? answerWords(wish.what, Date.now(), deviceZone()));
      case 'refused': return settle(wish, answer.message ?? refusedWords);
      case 'unanswered': break;
      default: return answer satisfies never;
    }
    // Again after another tap: some systems take a notification away when it is touched.
    if (tapped) await Promise.all([say(wish, notYetSent[wish.what], true), askForSync()]);
    const wait = pauseBefore(next + 1, answer.retryAfter);
    if (wait === null) return;
    tapped = await pause(wait);
  }
}

async function attempt({ what, page }: Act): Promise<Attempt> {
  try {
    const response = await fetch(`/v1/${path[what]}/${encodeURIComponent(page.token)}`, {
      method: 'POST', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(ATTEMPT),
    });
    const body: unknown = await response.json().catch(() => undefined);
    return readAnswer(response.status, body, response.headers.get('Retry-After'));
  } catch {
    return { state: 'unanswered', retryAfter: null };
  }
}

async function settle(wish: Act, sentence: string): Promise<void> {
  await unsent.forget(wish).catch(() => undefined);
  await say(wish, sentence);
}

/** Puts a sentence where the page was. While it is unsent its buttons stay, so that a person can still do the other thing. */
async function say({ page, from }: Act, sentence: string, withActions = false): Promise<void> {
  // Who tapped in the app reads it there; a second voice would only have to be cleared away.
  if (from === 'app' && (await isLookedAt())) return;
  await worker.registration.showNotification(page.title, quiet(page, sentence, withActions ? actionsOf(page.kind) : []));
  await arrange();
}

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Background Sync wakes this worker when the network is back; Chromium alone has it, and the compiler's library does not. */
async function askForSync(): Promise<void> {
  const { registration } = worker;
  if (!('sync' in registration)) return;
  const sync = registration.sync as { register(tag: string): Promise<void> };
  await sync.register('unsent').catch(() => undefined);
}

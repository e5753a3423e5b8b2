import { arrange } from './arrange';
import { keptPages } from './keptPages';
import { lastLook } from './lastLook';
import { quiet, ringing } from './options';
import { parsePush } from './payload';
import type { Look } from './lastLook';
import type { PushedPage } from './payload';
import { postReceipt } from './receipt';
import { worker } from './scope';
import { readShown, shownNotificationId } from './shown';
import { endedWords, unreadable } from './words';

/** Shows what a push brings. Every way through ends in something visible: after three silent pushes iOS ends the subscription. */
export async function receivePush(text: string | undefined): Promise<void> {
  const page = parsePush(text);
  if (page === null) {
    await worker.registration.showNotification(unreadable.title, { body: unreadable.body, icon: '/icons/rouse-192.png', data: null });
    return;
  }
  await show(page);
  await Promise.all([postReceipt(page.token, 'delivered'), arrange()]);
}

async function show(page: PushedPage): Promise<void> {
  const { look, answer } = page.kind === 'notice' ? { look: { state: 'unknown' as const }, answer: null } : await lastLook(page.token);
  // Beside the words on the lock screen, never in them: what is kept is for whoever opens the app.
  const keeping = keptPages.keep(page, answer, Date.now());
  await Promise.all([put(page, look), keeping]);
}

async function put(page: PushedPage, look: Look): Promise<void> {
  switch (look.state) {
    case 'ended':
      return worker.registration.showNotification(look.title ?? page.title, quiet(page, look.body ?? endedWords));
    case 'ringing': case 'expired': case 'unknown': {
      const title = look.state === 'unknown' ? page.title : (look.title ?? page.title);
      const body = look.state === 'unknown' ? page.body : (look.body ?? page.body);
      const loud = page.loud && !(await rangAlready(page));
      return worker.registration.showNotification(title, ringing(page.kind, page.tag, body, page.sentAt, { via: 'push', page }, loud));
    }
    default: return look satisfies never;
  }
}

/** Whether the open app's listener was faster with this very page: then the push only adds its token to it. */
async function rangAlready(page: PushedPage): Promise<boolean> {
  const there = await worker.registration.getNotifications({ tag: page.tag });
  return there.some(({ data }) => {
    const shown = readShown(data);
    return shown?.via === 'listener' && shownNotificationId(shown) === page.notificationId;
  });
}

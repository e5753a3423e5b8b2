import type { Notification as Page } from '#domain/notification/notification';
import { commandQueue } from '../commands/commandQueue';
import { sendCommand } from '../commands/send';
import { asCommand } from '../commands/wish';
import type { ToApp } from '../sw/toApp';
import { say } from '../ui/toast';
import { UNANSWERED } from '../words/errors';
import { goTo } from './goTo';
import { heard } from './listener';

type Wanted = Extract<ToApp, { notificationId: string }>;

/** A tap that opened the app, out of its address: `?acknowledge=`, `?escalate=` or `?seen=` with a notification's id. */
export function wantedOf(pathname: string, search: string): Wanted | null {
  const query = new URLSearchParams(search);
  const seen = query.get('seen');
  if (seen) return { type: 'seen', notificationId: seen, url: null };
  const incidentId = /^\/incidents\/(INC-[0-9A-Z]{6})$/.exec(pathname)?.[1];
  for (const type of ['acknowledge', 'escalate'] as const) {
    const notificationId = query.get(type);
    if (notificationId && incidentId) return { type, incidentId, notificationId };
  }
  return null;
}

/**
 * Does what a tap on a notification asks of the app. A tap that came as an address waits until the reader's own
 * notifications are there and holds only for one of them: an address alone could have been written by anybody.
 */
export function startMessages(userId: string): { onNotifications: (all: readonly Page[]) => void; stop: () => void } {
  let wanted = wantedOf(location.pathname, location.search);
  if (wanted) goTo(location.pathname, 'replace');
  const hear = ({ data, ports: [answer] }: MessageEvent<ToApp>) => {
    // The worker goes by the address instead where nobody hears it.
    answer?.postMessage('heard');
    void obey(data, userId);
  };
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  container?.addEventListener('message', hear);
  return {
    onNotifications(all) {
      const open = wanted;
      wanted = null;
      if (!open) return;
      const page = all.find(({ id }) => id === open.notificationId);
      if (page && (open.type === 'seen' || page.incidentId === open.incidentId)) void obey(open, userId);
    },
    stop: () => container?.removeEventListener('message', hear),
  };
}

async function obey(message: ToApp, userId: string): Promise<void> {
  switch (message.type) {
    case 'navigate': return goTo(message.url);
    case 'seen':
      if (message.url !== null) goTo(message.url);
      await heard(Date.now());
      await sendCommand(asCommand({ type: 'recordReceipt', notificationId: message.notificationId, state: 'seen' }));
      return;
    case 'acknowledge': case 'escalate': {
      goTo(`/incidents/${message.incidentId}`);
      const outcome = await commandQueue.add(asCommand({ type: message.type, incidentId: message.incidentId }), userId);
      if (outcome.state === 'answered') say(outcome.answer.message, 'good');
      else say(outcome.state === 'refused' ? outcome.sentence : UNANSWERED, 'danger');
      return;
    }
    // Another version of the worker may say what this one does not know yet.
    default: message satisfies never;
  }
}

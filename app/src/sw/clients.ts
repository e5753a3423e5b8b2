import { after } from './receipt';
import { worker } from './scope';
import type { ToApp } from './toApp';

/** Every window of the app, the one that is being looked at first. */
async function windows(): Promise<WindowClient[]> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return [...all].sort((a, b) => rank(b) - rank(a));
}
const rank = ({ focused, visibilityState }: WindowClient) => (focused ? 2 : visibilityState === 'visible' ? 1 : 0);

/** Whether somebody has the app before them. */
export async function isLookedAt(): Promise<boolean> {
  return (await windows()).some(({ visibilityState }) => visibilityState === 'visible');
}

/** How long an open window may take to say that it heard, in ms. One that is starting, or signed out, says nothing. */
const HEARING = 800;

/** Brings the app to the front at a path of its own. */
export function openApp(url: string): Promise<void> {
  return tellApp({ type: 'navigate', url }, url);
}

/**
 * Says something to the open app and brings it to the front. Where no window hears it, `url` says the same as an address:
 * the window goes there, or one is opened.
 */
export async function tellApp(message: ToApp, url: string): Promise<void> {
  const [window] = await windows();
  if (!window) {
    await worker.clients.openWindow(url);
    return;
  }
  // Focusing is refused without a recent tap (a synthetic event, some Androids): the message matters more.
  const focused = await window.focus().catch(() => window);
  if (await heard(focused, message)) return;
  // Refused for a window that this worker does not control.
  await focused.navigate(url).catch(() => worker.clients.openWindow(url));
}

function heard(window: WindowClient, message: ToApp): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<boolean>((resolve) => { port1.onmessage = () => resolve(true); });
  window.postMessage(message, [port2]);
  return Promise.race([answer, after(HEARING).then(() => false)]).finally(() => port1.close());
}

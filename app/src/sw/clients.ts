import { worker } from './scope';
import type { ToApp } from './toApp';

/** Every window of the app, the one that is being looked at first. */
async function windows(): Promise<WindowClient[]> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return [...all].sort((a, b) => rank(b) - rank(a));
}
const rank = ({ focused, visibilityState }: WindowClient) => (focused ? 2 : visibilityState === 'visible' ? 1 : 0);

/** Brings the app to the front at a path of its own: the open window is told where to go, else one is opened. */
export async function openApp(url: string): Promise<void> {
  if (await tellApp({ type: 'navigate', url })) return;
  await worker.clients.openWindow(url);
}

/** Says something to the open app and brings it to the front; false where no window is open. */
export async function tellApp(message: ToApp): Promise<boolean> {
  const [window] = await windows();
  if (!window) return false;
  // Focusing is refused without a recent tap (a synthetic event, some Androids): the message matters more.
  const focused = await window.focus().catch(() => window);
  focused.postMessage(message);
  return true;
}

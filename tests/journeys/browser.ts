import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { origin } from '../rouse';

/** Where Chromium is: the one that npm test found or installed, else Debian's; undefined: Playwright's own. */
export const chromiumPath = (): string | undefined => process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

/** A real Chromium. */
export function launch(): Promise<Browser> {
  const path = chromiumPath();
  return chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--autoplay-policy=no-user-gesture-required'],
  });
}

export type Person = { context: BrowserContext; page: Page };
const phone = { width: 390, height: 844 };

/** What a page may print as an error: only what the browser says of a network that this test cut, and Firestore's probe for one, which the policy blocks. */
const expected = /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|ERR_NETWORK_CHANGED|google\.com\/images\/cleardot\.gif/;

/** Signs a seeded person in, in a browser of their own; an unexpected console error or exception fails the journey through `faults`. */
export async function signedIn(browser: Browser, who: string, faults: string[], viewport = phone): Promise<Person> {
  const context = await browser.newContext({ viewport, permissions: ['notifications'], reducedMotion: 'reduce', colorScheme: 'dark', locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' && !expected.test(message.text())) faults.push(`${who}: ${message.text()}`); });
  await page.goto(origin);
  await page.getByTestId(`sign-in-${who}`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') && url.pathname !== '/');
  return { context, page };
}

/** The app's service worker, active. */
export async function workerOf({ context, page }: Person): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** Hands the worker bytes as the browser's push service would: Chrome DevTools Protocol, ServiceWorker.deliverPushMessage. */
export async function pusher(page: Page): Promise<(payload: object) => Promise<void>> {
  const devTools: CDPSession = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await devTools.send('ServiceWorker.enable');
  const registrationId = await registration;
  return async (payload) => { await devTools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(payload) }); };
}

export type Shown = { title: string; body: string; tag: string; actions: string[] };

/** What the person sees: the notifications of this origin. */
export const shownBy = (worker: Worker): Promise<Shown[]> => worker.evaluate(async () => {
  const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }; // In a service worker it is there.
  return (await registration.getNotifications()).map((notification) => {
    const { title, body, tag } = notification;
    const { actions } = notification as unknown as { actions: { action: string }[] }; // Chromium has them; the compiler's library does not.
    return { title, body, tag, actions: actions.map(({ action }) => action) };
  });
});

/** Taps the notification with this tag, or one of its actions. */
export const tap = (worker: Worker, tag: string, action = ''): Promise<void> => worker.evaluate(async ([wantedTag, wantedAction]) => {
  type Scope = { registration: ServiceWorkerRegistration; dispatchEvent(event: Event): void; NotificationEvent: new (type: string, init: object) => Event };
  const scope = globalThis as unknown as Scope; // A service worker's own globals.
  const [notification] = await scope.registration.getNotifications({ tag: wantedTag ?? '' });
  if (notification === undefined) throw new Error(`nothing is shown under ${wantedTag ?? ''}`);
  scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification, action: wantedAction }));
}, [tag, action]);

/** Asks again until it is so; for what a browser tells no event of. */
export async function until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean, within = 10_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    if (Date.now() > deadline) throw new Error(`not so after ${within} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

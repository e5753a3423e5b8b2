import type { BrowserContext } from 'playwright-core';
import { FakeFcm } from '../../tests/fakes/fcm';
import { launch, pusher, shownBy, signedIn, until, workerOf } from '../../tests/journeys/browser';
import { opensAt } from '../../tests/journeys/tapping';
import { origin, trigger, unique } from '../../tests/rouse';
import { incidentBecomes, newService, setDevices } from '../../tests/store';

/** Marks of one opening, in ms since the window began to open; `by`: which request carried the acknowledge. */
type Marks = { words?: number; pressable?: number; answered?: number; by?: string };
type Row = { opened: number; words: number; pressable: number; answered: number; by: string };

const network = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const slower = 4;

/** Runs the measurements and prints the median and every single one. The first is thrown away: it compiles what the browser then keeps. */
export async function measureTaps(times: number, say: (line: string) => void): Promise<void> {
  const fcm = new FakeFcm();
  await fcm.listen();
  const browser = await launch();
  const pushToken = `push-token-${unique()}`;
  try {
    await setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken }]);
    const phone = await signedIn(browser, 'primary', []);
    const worker = await workerOf(phone);
    const deliver = await pusher(phone.page);
    // What a phone that is in use has done at its last opening: the app's parts are in their store.
    await phone.page.waitForLoadState('networkidle').catch(() => undefined);
    // Closed: from here on there is the worker alone.
    await phone.page.goto('about:blank');
    const rows: Row[] = [];
    for (let turn = 0; turn <= times; turn += 1) {
      const { key } = await newService([{ userIds: ['primary'], delaySeconds: 120 }, { userIds: ['secondary'], delaySeconds: 120 }]);
      const id = await trigger(key, { title: 'Answering 503', severity: 'critical' });
      const message = await fcm.next(({ token, data }) => token === pushToken && data?.incidentId === id);
      await deliver({ data: message.data, from: '1234567890', priority: 'high', fcmMessageId: unique() });
      await until(() => shownBy(worker), (all) => all.some(({ tag }) => tag === id));
      const { url, took } = await opensAt(worker, id);
      const marks = await open(phone.context, url);
      await incidentBecomes(id, ({ status }) => status === 'acknowledged', 30_000);
      const row = { opened: took, words: marks.words ?? NaN, pressable: marks.pressable ?? NaN, answered: marks.answered ?? NaN, by: marks.by ?? '?' };
      say(`Tap ${turn === 0 ? 'to warm up' : turn}: ${JSON.stringify(row)}`);
      if (turn > 0) rows.push(row);
    }
    print(rows);
  } finally {
    await setDevices('primary', []);
    await browser.close();
    await fcm.close();
  }
}

/** Opens the address in a slow window, presses Acknowledge in the first moment in which it can be pressed, and answers when what happened. */
async function open(context: BrowserContext, url: string): Promise<Marks> {
  const page = await context.newPage();
  try {
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', network);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    // tsx names inner functions through this, and the page has none of it.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(watch);
    await page.goto(origin + url, { waitUntil: 'commit' });
    const answered = await page.waitForFunction(() => {
      const { tapMarks } = window as unknown as { tapMarks: Marks }; // Put there by `watch`.
      return tapMarks.answered === undefined ? null : tapMarks;
    }, undefined, { timeout: 60_000 });
    return (await answered.jsonValue()) ?? {};
  } finally {
    await page.close();
  }
}

/** Runs in the page before anything of the app does. */
function watch(): void {
  const marks: Marks = {};
  Object.assign(window, { tapMarks: marks });
  const ask = window.fetch.bind(window);
  window.fetch = async (...of) => {
    const [target, init] = of;
    const address = typeof target === 'string' ? target : target instanceof URL ? target.href : target.url;
    const carries = address.includes('/v1/ack/') ? 'token' : address.endsWith('/command') && typeof init?.body === 'string' && init.body.includes('"acknowledge"') ? 'command' : null;
    const response = await ask(...of);
    if (carries !== null && marks.answered === undefined) {
      marks.answered = performance.now();
      marks.by = carries;
    }
    return response;
  };
  const look = () => {
    const heading = document.querySelector('h2')?.textContent ?? '';
    if (marks.words === undefined && heading.includes('Answering 503')) {
      // The frame after the one that has it is when it is seen.
      requestAnimationFrame(() => { marks.words ??= performance.now(); });
    }
    const action = document.querySelector<HTMLButtonElement>('[data-testid="primary-action"]');
    if (marks.words !== undefined && marks.pressable === undefined && action !== null && !action.disabled && action.getAttribute('aria-disabled') === null) {
      marks.pressable = performance.now();
      action.click();
    }
    if (marks.pressable === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function print(rows: readonly Row[]): void {
  const median = (of: (row: Row) => number) => [...rows].map(of).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? NaN;
  const line = (name: string, of: (row: Row) => number) =>
    console.log(`${name.padEnd(62)} ${`${median(of).toFixed(0)} ms`.padStart(9)}   (${rows.map((row) => of(row).toFixed(0)).join(', ')})`);
  console.log(`\nFrom the tap to acknowledged, the app closed: median of ${rows.length}; 150 ms, 1.6 Mbit/s down, 750 kbit/s up, processor ${slower} times slower`);
  line('tap → the worker asks for the window', ({ opened }) => opened);
  line('window → the page’s words are painted', ({ words }) => words);
  line('words → Acknowledge can be pressed (600 ms of it: the guard)', ({ words, pressable }) => pressable - words);
  line('pressed → answered', ({ pressable, answered }) => answered - pressable);
  line('tap → Acknowledge can be pressed', ({ opened, pressable }) => opened + pressable);
  line('tap → acknowledged', ({ opened, answered }) => opened + answered);
  console.log(`carried by: ${rows.map(({ by }) => by).join(', ')}. The browser's own start is not in it: the system has it in memory, or starts it before the worker.`);
}

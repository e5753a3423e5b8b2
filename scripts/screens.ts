/**
 * `npm run screens`: pictures of every screen into docs/screens/, phone and wide, night and day, from a Rouse that runs on this machine
 * (`npm start -- --fresh --demo` in another terminal). Needs Chromium. `npm run screens -- wide day` takes only those.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { root } from './root';

const origin = 'http://127.0.0.1:5050';
const folder = join(root, 'docs/screens');
const sizes = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } } as const;
const lights = { night: 'dark', day: 'light' } as const;
type Size = keyof typeof sizes;
type Light = keyof typeof lights;

async function alert(body: object): Promise<string> {
  const response = await fetch(`${origin}/v1/hooks/generic/demo-key-checkout`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  const { results } = (await response.json()) as { results: { incidentId: string }[] }; // The contract of the hook.
  return results[0]?.incidentId ?? '';
}

/** Another key each time: one that fires and ends every two minutes flaps, and pages once. */
const keyed = (size: Size, light: Light) => ({ outage: { ...outage, dedupKey: `screens-503-${size}-${light}` }, queue: { ...queue, dedupKey: `screens-queue-${size}-${light}` } });

const outage = { title: 'Checkout is answering 503', severity: 'critical', groupKey: 'screens', description: 'More than 20 % of the requests to /checkout fail since the deployment.', labels: { region: 'eu-central-1', instance: 'checkout-7f9c', alertname: 'Checkout503' }, links: [{ href: 'https://grafana.example.com/d/checkout', text: 'Dashboard' }, { href: 'https://prometheus.example.com/graph', text: 'Graph' }] };
const queue = { title: 'Order queue is growing', severity: 'warning', description: '1,200 orders wait, 40 more each minute.' };

async function signIn(browser: Browser, who: string, size: Size, light: Light): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[size], deviceScaleFactor: size === 'phone' ? 2 : 1, colorScheme: lights[light], permissions: ['notifications'], locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByTestId(`sign-in-${who}`).click();
  await page.waitForURL((url) => url.pathname !== '/' && !url.pathname.startsWith('/sign-in'));
  return page;
}

async function take(page: Page, name: string, size: Size, light: Light, path?: string): Promise<void> {
  if (path !== undefined) await page.goto(origin + path);
  await page.waitForTimeout(1_200);
  await page.screenshot({ path: join(folder, `${name}-${size}-${light}.png`) });
}

async function acknowledge(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/command') && (response.request().postData() ?? '').includes('"acknowledge"'));
  await page.getByTestId('alarm-acknowledge').click();
  await answered;
  await page.getByTestId('alarm').waitFor({ state: 'detached' });
}

/** Of everybody who may be paged. */
const memberScreens = {
  schedules: '/schedules', schedule: '/schedules/platform', contact: '/contact', 'contact-rules': '/contact/rules/high', notifications: '/notifications', 'time-off': '/profile/time-off',
  'move-in': '/devices/move', load: '/load', subscriptions: '/subscriptions', problems: '/problems', 'problem-new': '/problems/new?service=checkout', 'runbook-edit': '/runbooks/checkout/edit', 'runbook-versions': '/runbooks/checkout/versions',
  metrics: '/metrics', 'post-mortems': '/post-mortems', noise: '/noise', 'shift-review': '/shift-review', 'status-page': '/status-page', plans: '/plans', drills: '/drills', 'drill-new': '/drills/new',
} as const;

async function asPrimary(browser: Browser, size: Size, light: Light): Promise<void> {
  const page = await signIn(browser, 'primary', size, light);
  const { outage, queue } = keyed(size, light);
  const again = { ...outage, dedupKey: `${outage.dedupKey}-b`, title: 'Checkout is answering 503 in us-east-1' };
  const id = await alert(outage);
  await page.getByTestId('alarm').waitFor();
  await take(page, 'alarm', size, light);
  await acknowledge(page);
  await take(page, 'acknowledged', size, light);
  await alert(again);
  const second = await alert(queue);
  await page.getByTestId('alarm').waitFor();
  await acknowledge(page);
  await take(page, 'inbox', size, light, '/incidents');
  await take(page, 'incident', size, light, `/incidents/${id}`);
  for (const part of ['Timeline', 'Told', 'Runbook', 'Updates']) {
    await page.getByRole('tab', { name: part }).or(page.getByRole('button', { name: part, exact: true })).first().click();
    await take(page, `incident-${part.toLowerCase()}`, size, light);
  }
  for (const sheet of ['note', 'severity', 'resolve']) {
    await page.getByTestId('incident-menu').click();
    await page.getByTestId(`menu-${sheet}`).click();
    await take(page, `incident-${sheet}`, size, light);
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
  }
  // Drafted by the plan of its severity a moment after it began.
  await page.goto(`${origin}/incidents/${id}`);
  await page.getByTestId('review-notice').click();
  await page.getByTestId('notice-text').waitFor();
  await take(page, 'notice', size, light);
  await take(page, 'report', size, light, '/report');
  await take(page, 'on-call', size, light, '/on-call');
  for (const [name, path] of Object.entries(memberScreens)) await take(page, name, size, light, path);
  await page.goto(`${origin}/post-mortems`);
  await page.locator('a[href^="/post-mortems/INC-"]').last().click();
  await take(page, 'post-mortem', size, light);
  await take(page, 'runbooks', size, light, '/runbooks');
  await take(page, 'runbook', size, light, '/runbooks/database-connections');
  await take(page, 'devices', size, light, '/devices');
  await take(page, 'more', size, light, '/more');
  await take(page, 'welcome', size, light, '/welcome');
  for (const { title, dedupKey } of [outage, again, queue]) await alert({ title, dedupKey, status: 'resolved' });
  await take(page, 'resolved', size, light, `/incidents/${second}`);
  await take(page, 'quiet', size, light, '/incidents');
  await page.context().close();
}

/** What an admin sets up. */
const adminScreens = {
  services: '/services', service: '/services/checkout', integrations: '/integrations', integration: '/integrations/checkout', 'integration-new': '/integrations/new',
  heartbeats: '/heartbeats', maintenance: '/maintenance', routing: '/routing/service/checkout', 'routing-rule': '/routing/service/checkout?rule=demo-probe', severities: '/severities',
  'schedule-new': '/schedules/new', policies: '/policies', policy: '/policies/checkout', 'policy-edit': '/policies/checkout/edit',
  coverage: '/coverage', 'coverage-preview': '/coverage/preview', destinations: '/destinations', 'schedule-edit': '/schedules/platform/edit', holidays: '/holidays/demo-holidays', 'war-room': '/war-room', 'runbook-import': '/runbooks/import', 'plan-new': '/plans/new', 'component-new': '/status-page/components/new', audit: '/audit',
} as const;

async function asOthers(browser: Browser, size: Size, light: Light): Promise<void> {
  const admin = await signIn(browser, 'admin', size, light);
  await take(admin, 'people', size, light, '/people');
  await take(admin, 'person', size, light, '/people/secondary');
  for (const [name, path] of Object.entries(adminScreens)) await take(admin, name, size, light, path);
  await admin.context().close();
  const stakeholder = await signIn(browser, 'stakeholder', size, light);
  await take(stakeholder, 'stakeholder', size, light, '/incidents');
  const followed = await alert({ title: 'Payments are slow', severity: 'critical', dedupKey: `screens-followed-${size}-${light}` });
  await take(stakeholder, 'stakeholder-incident', size, light, `/incidents/${followed}`);
  await alert({ title: 'Payments are slow', dedupKey: `screens-followed-${size}-${light}`, status: 'resolved' });
  await stakeholder.context().close();
  const context = await browser.newContext({ viewport: sizes[size], deviceScaleFactor: size === 'phone' ? 2 : 1, colorScheme: lights[light] });
  const nobody = await context.newPage();
  await take(nobody, 'sign-in', size, light, '/');
  await take(nobody, 'status', size, light, '/status');
  await take(nobody, 'status-history', size, light, '/status/history');
  await context.close();
}

mkdirSync(folder, { recursive: true });
const executablePath = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox', '--disable-background-networking'] });
const wanted = process.argv.slice(2);
const isWanted = (word: string, all: readonly string[]) => wanted.includes(word) || !wanted.some((each) => all.includes(each));
for (const size of (['phone', 'wide'] as const).filter((each) => isWanted(each, ['phone', 'wide']))) {
  for (const light of (['night', 'day'] as const).filter((each) => isWanted(each, ['night', 'day']))) {
    console.log(`${size}, ${light}`);
    await asPrimary(browser, size, light);
    await asOthers(browser, size, light);
  }
}
await browser.close();

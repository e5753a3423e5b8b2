import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { launch, signedIn } from '../journeys/browser';
import { makeQuiet } from '../quiet';
import { command, hook, origin, signIn, unique } from '../rouse';
import { at, incidentBecomes, newService, setDevices } from '../store';
import { hostileWords } from './hostileWords';

const fcm = new FakeFcm();
const all = hostileWords.join('\n\n');
/** A part of the corpus that fits into a field of so many characters, another one each time. */
let turn = 0;
const some = (length: number) => {
  turn += 1;
  const from = (turn * 7) % hostileWords.length;
  return [...hostileWords.slice(from), ...hostileWords.slice(0, from)].join(' ').slice(0, length).trim();
};
let browser: Browser;
let member: Page;
let stakeholder: Page;
let incidentId: string;
let runbookId: string;
let serviceId: string;
let problemId: string;
/** What a screen must never do; what the browser's own policy refuses to run is as bad as what runs: our own code has put it there. */
const faults: string[] = [];

async function watched(page: Page): Promise<Page> {
  page.on('dialog', (dialog) => { faults.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => { if (/evil\.example/.test(request.url())) faults.push(`asked ${request.url()}`); });
  page.on('popup', (popup) => faults.push(`opened ${popup.url()}`));
  await page.context().addInitScript(() => { addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => { (globalThis as unknown as { __refused: string[] }).__refused = [`${violatedDirective} ${blockedURI}`]; }); });
  return page;
}

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), makeQuiet()]);
  const service = await newService();
  ({ serviceId } = service);
  const [admin, primary] = await Promise.all([signIn('admin'), signIn('primary')]);
  const saved = await command(primary, { type: 'saveRunbook', runbookId: null, ownerId: null, note: some(180), basedOn: null, markdown: `---\ntitle: ${JSON.stringify(some(100))}\nservices: [${serviceId}]\nsymptoms: ${JSON.stringify([some(200), some(200)])}\ncontacts: ${JSON.stringify([{ severities: ['SEV1'], name: some(100), how: some(200) }])}\n---\n\n${all}\n\n${hostileWords.map((words, index) => `${index + 1}. ${words.replaceAll('\n', ' ')}`).join('\n')}` });
  runbookId = saved.body.result.savedId ?? '';
  await at.service(serviceId).update({ runbookId, name: some(70), description: some(380), vendors: [{ name: some(70), phone: null, email: null, url: null, note: some(280) }] });
  const fired = await hook('generic', {
    title: some(280), description: all.slice(0, 3_900), severity: 'critical', dedupKey: unique(), labels: Object.fromEntries(hostileWords.slice(0, 20).map((words, index) => [`label${index}`, words])),
    links: [{ href: 'https://evil.example.net/login', text: 'https://status.example.com' }, { href: 'https://grafana.example.com/d/1', text: some(100) }],
  }, service.key);
  incidentId = fired.body.results[0]?.incidentId ?? '';
  expect(incidentId).toMatch(/^INC-/);
  const on = { incidentId };
  const results = [
    await command(primary, { type: 'acknowledge', ...on }), await command(primary, { type: 'addNote', ...on, text: all }), await command(primary, { type: 'addDecision', ...on, text: some(480) }),
    await command(primary, { type: 'addTask', ...on, title: some(150), ownerId: null, dueAt: null }), await command(primary, { type: 'setImpact', ...on, answers: {}, people: null, note: some(480) }),
    await command(primary, { type: 'sendUpdate', ...on, phase: 'identified', text: all.slice(0, 3_900), final: false }), await command(primary, { type: 'checkExit', ...on, item: 'Verified', state: 'skipped', reason: some(280) }),
    await command(primary, { type: 'setWarRoom', ...on, warRoom: { main: { name: some(70), url: 'https://meet.example.com/a', dialIns: [{ label: some(50), number: '+4930123456', code: '12#' }] }, backup: null } }),
    await command(primary, { type: 'reportIncident', serviceId, title: some(280), description: all.slice(0, 3_900), logs: all }),
  ];
  expect(results.map(({ status, body }) => `${status} ${status === 200 ? '' : JSON.stringify(body)}`)).toEqual(results.map(() => '200 '));
  const problem = await command(admin, { type: 'saveKnownProblem', problemId: null, title: some(150), serviceId, match: [], cause: some(900), workaround: some(1_900), ownerId: null, link: null, open: true });
  problemId = problem.body.result.savedId ?? '';
  await incidentBecomes(incidentId, ({ updateCount }) => updateCount === 1);
  browser = await launch();
  const consoleFaults: string[] = [];
  member = await watched((await signedIn(browser, 'secondary', consoleFaults)).page);
  stakeholder = await watched((await signedIn(browser, 'stakeholder', consoleFaults)).page);
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await Promise.all([at.runbook(runbookId).delete(), at.knownProblem(problemId).delete(), at.service(serviceId).delete()]);
  await makeQuiet();
  await browser.close();
  await fcm.close();
});

/** Everything that was asked for is on the screen. */
const drawn = (page: Page) => page.waitForFunction(() => document.querySelector('main *') !== null && document.querySelector('.skeleton') === null);

/** Taps whatever a stranger's words could have made clickable, and says what on this screen executes, hides or lies. */
async function lies(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const scope = globalThis as unknown as { __executed?: unknown; __refused?: string[] };
    const main = document.querySelector('#root') ?? document.body;
    for (const element of main.querySelectorAll('script, iframe, object, embed, base, meta, form[action^="http"], style')) {
      if (element.closest('ion-app') !== null && element.localName === 'style' && element.getRootNode() !== document) continue;
      found.push(`a <${element.localName}> on the screen`);
    }
    for (const element of main.querySelectorAll('*')) {
      for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`<${element.localName} ${name}>`);
    }
    for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (!/^(https?|mailto|tel|sms):$/.test(link.protocol)) found.push(`a link to ${link.protocol}`);
      const words = link.textContent ?? '';
      // Where it truly leads may stand behind the words, drawn by the style.
      const shown = `${words} ${getComputedStyle(link, '::after').content.replace('attr(data-leads-to)', link.dataset.leadsTo ?? '')}`;
      const [, named] = /(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:]|\s|$)/i.exec(words) ?? [];
      const isOutside = link.origin !== location.origin && /^https?:$/.test(link.protocol);
      if (isOutside && named !== undefined && !link.hostname.endsWith(named.toLowerCase()) && !shown.includes(link.hostname)) found.push(`“${words}” leads to ${link.hostname}`);
      if (isOutside && !/noopener|noreferrer/.test(link.rel)) found.push(`a link to ${link.hostname} without rel`);
    }
    for (const element of main.querySelectorAll<HTMLElement>('x, details')) element.click();
    if (scope.__executed !== undefined) found.push('it executed');
    if (scope.__refused !== undefined) found.push(`the policy had to refuse: ${scope.__refused.join(' ')}`);
    return [...new Set(found)];
  });
}

it.each(['now', 'told', 'updates', 'timeline', 'runbook'])('an incident, %s', async (segment) => {
  await member.goto(`${origin}/incidents/${incidentId}`);
  await member.getByTestId('incident-status').waitFor();
  await member.getByRole('tab', { name: new RegExp(`^${segment}`, 'i') }).click();
  await member.getByRole('tabpanel').locator(':scope *').first().waitFor({ state: 'attached' });
  await drawn(member);
  expect(await lies(member)).toEqual([]);
});

it('every other screen that shows them', async () => {
  for (const path of ['/incidents', '/runbooks', `/runbooks/${runbookId}`, `/runbooks/${runbookId}/edit`, '/services', `/services/${serviceId}`, '/problems', '/notifications', '/on-call', '/coverage', '/report']) {
    await member.goto(origin + path);
    await member.locator('h1').first().waitFor();
    await drawn(member);
    expect({ path, found: await lies(member) }).toEqual({ path, found: [] });
  }
});

it('what a stakeholder sees', async () => {
  for (const path of ['/incidents', `/incidents/${incidentId}`]) {
    await stakeholder.goto(origin + path);
    await stakeholder.locator('h1').first().waitFor();
    await stakeholder.getByText('window.__executed').first().waitFor();
    expect({ path, found: await lies(stakeholder) }).toEqual({ path, found: [] });
  }
});

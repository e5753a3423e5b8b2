import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { Runbook, RunbookVersion } from '#domain/runbook/runbook';
import { stepsOf } from '#domain/runbook/steps';
import { read } from '../../functions/src/store/documents';
import { encryptSecret, secretsKey } from '../../functions/src/store/secrets';
import { outboundPort } from '../../scripts/testing/borders';
import { adminToken, auditOf, configurationIsRead, refusedOf, rule, saveRules } from '../configuring';
import { FakeOutbound, receivedWebhook } from '../fakes/outbound';
import { command, signIn, trigger, unique } from '../rouse';
import { at, changesOf, incidentNow, newService, timelineOf } from '../store';

const outbound = new FakeOutbound();
let priya: string;
let sam: string;
beforeAll(async () => {
  await outbound.listen(outboundPort);
  [priya, sam] = await Promise.all([signIn('primary'), signIn('secondary')]);
});
afterAll(() => outbound.close());

async function sending(idToken: string, type: string, fields: Record<string, unknown>): Promise<CommandAnswer> {
  const { status, body } = await command(idToken, { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}

const source = (title: string, fields: string[] = [], body = '1. Look\n2. Restart it\n') => `---\n${[`title: ${title}`, ...fields].join('\n')}\n---\n\n${body}`;
const wish = (markdown: string, fields: Record<string, unknown> = {}) => ({ runbookId: null, ownerId: null, note: '', basedOn: null, markdown, ...fields });
const stored = async (id: string) => read(Runbook, await at.runbook(id).get());
/** Saves a new runbook as Priya; answers its id. */
const saved = async (markdown: string) => (await sending(priya, 'saveRunbook', wish(markdown))).savedId ?? '';

describe('a runbook', () => {
  it('is saved by a responder with what its front matter says, and every version is kept', async () => {
    const { serviceId } = await newService();
    const title = `Pool ${unique()}`;
    const first = source(title, [`services: [Service ${serviceId}]`, 'labels: { alertname: Pool* }', 'date: 2026-01-01']);
    const answer = await sending(priya, 'saveRunbook', wish(first, { ownerId: 'secondary', note: 'Begun' }));
    expect(answer.message).toBe(`${title} is saved as version 1. It is a draft until somebody else approves it. Rouse keeps these fields, but does not know them: date.`);
    const id = answer.savedId ?? '';
    expect(await stored(id)).toMatchObject({ title, serviceIds: [serviceId], markdown: first, version: 1, ownerId: 'secondary', about: { labels: { alertname: 'Pool*' }, services: [serviceId] }, changedBy: { userId: 'primary' } });
    const second = first.replace('Restart', 'Restart all of');
    await sending(sam, 'saveRunbook', wish(second, { runbookId: id, ownerId: 'secondary', basedOn: 1, note: 'All' }));
    expect(await stored(id)).toMatchObject({ markdown: second, version: 2, changedBy: { userId: 'secondary' }, review: { state: 'draft' } });
    const versions = await Promise.all([1, 2].map(async (version) => read(RunbookVersion, await at.runbookVersion(id, version).get())));
    expect(versions).toMatchObject([{ markdown: first, note: 'Begun', by: { name: 'Priya Nair' } }, { markdown: second, note: 'All', by: { name: 'Sam Weber' } }]);
    const audit = await auditOf(`runbooks/${id}`);
    expect(audit).toMatchObject([{ before: null, after: { version: 1, title } }, { before: { version: 1 }, after: { version: 2, length: second.length } }]);
    expect(JSON.stringify(audit)).not.toContain('Restart');
  });

  it('with the same words is unchanged, and a repeated command makes no second version', async () => {
    const commandId = unique().padEnd(8, '0');
    const markdown = source(`Twice ${unique()}`);
    const first = await sending(priya, 'saveRunbook', { ...wish(markdown), commandId });
    const id = first.savedId ?? '';
    expect(await sending(priya, 'saveRunbook', { ...wish(markdown), commandId })).toEqual(first);
    expect(await sending(sam, 'saveRunbook', wish(markdown, { runbookId: id, basedOn: 1 }))).toMatchObject({ outcome: 'unchanged', savedId: id });
    const edit = { ...wish(`${markdown}3. Wait\n`, { runbookId: id, basedOn: 1 }), commandId: unique().padEnd(8, '0') };
    await sending(priya, 'saveRunbook', edit);
    expect(await sending(priya, 'saveRunbook', edit), 'its own first try is no conflict').toMatchObject({ outcome: 'done' });
    expect((await stored(id))?.version).toBe(2);
  });

  it('that somebody else saved meanwhile is refused, and theirs stays', async () => {
    const id = await saved(source(`Both ${unique()}`));
    const markdown = source('Theirs');
    await sending(sam, 'saveRunbook', wish(markdown, { runbookId: id, basedOn: 1 }));
    expect((await refusedOf('saveRunbook', wish(source('Mine'), { runbookId: id, basedOn: 1 }), priya)).code).toBe('changed-meanwhile');
    expect((await stored(id))?.markdown).toBe(markdown);
  });

  it.each<[string, string, string, string[]]>([
    ['a service that does not exist', source('X', ['services: [none-such]']), 'invalid', ['services.0']],
    ['a field of the wrong kind', source('X', ['contacts:', '  - { severities: [SEV7], name: Ana }']), 'invalid', ['contacts.0.severities.0']],
    ['an action without its webhook', source('X', ['actions: [{ name: run, webhook: none-such }]']), 'invalid', ['actions.0.webhook']],
    ['no title', '1. Look\n', 'invalid', ['title']], ['no YAML', '---\ntitle: [\n---\n', 'invalid', ['frontMatter']],
  ])('with %s is refused by field', async (_what, markdown, code, paths) => {
    const refused = await refusedOf('saveRunbook', wish(markdown), priya);
    expect([refused.code, refused.paths]).toEqual([code, paths]);
  });

  it('is not for stakeholders to write, nor of an owner or an id that does not exist', async () => {
    expect((await refusedOf('saveRunbook', wish(source('X')), await signIn('stakeholder'))).code).toBe('not-allowed');
    expect((await refusedOf('saveRunbook', wish(source('X'), { ownerId: 'none-such' }), priya)).code).toBe('no-such-person');
    expect((await refusedOf('saveRunbook', wish(source('X'), { runbookId: 'none-such' }), priya)).code).toBe('no-such-runbook');
  });

  it('is approved by somebody else than its writer, until it is changed', async () => {
    const markdown = source(`Reviewed ${unique()}`);
    const id = await saved(markdown);
    expect((await refusedOf('reviewRunbook', { runbookId: id, version: 1, state: 'approved' }, priya)).code).toBe('not-reviewed-by-its-writer');
    await sending(priya, 'reviewRunbook', { runbookId: id, version: 1, state: 'verified' });
    expect((await stored(id))?.review).toMatchObject({ state: 'verified', by: { userId: 'primary' } });
    await sending(sam, 'reviewRunbook', { runbookId: id, version: 1, state: 'approved' });
    expect((await stored(id))?.review).toMatchObject({ state: 'approved', by: { userId: 'secondary', name: 'Sam Weber' } });
    await sending(sam, 'saveRunbook', wish(markdown, { runbookId: id, ownerId: 'secondary', basedOn: 1 }));
    expect(await stored(id), 'another owner is no other text').toMatchObject({ version: 1, ownerId: 'secondary', review: { state: 'approved' } });
    const own = await sending(await adminToken(), 'saveRunbook', wish(`${markdown}3. Wait\n`, { runbookId: id, basedOn: 1 }));
    expect((await stored(id))?.review.state).toBe('draft');
    expect((await refusedOf('reviewRunbook', { runbookId: id, version: 1, state: 'approved' }, await adminToken())).code, 'what nobody has read is not approved').toBe('changed-meanwhile');
    await sending(await adminToken(), 'reviewRunbook', { runbookId: own.savedId, version: 2, state: 'approved' });
    expect((await stored(id))?.review).toMatchObject({ state: 'approved', by: { userId: 'admin' } });
  });

  it('is removed only where nothing names it', async () => {
    const { serviceId } = await newService();
    const id = await saved(source(`Used ${unique()}`));
    await at.service(serviceId).update({ runbookId: id });
    await saveRules('service', serviceId, [rule('Pool is empty', [], { runbookId: id })]);
    const refused = await refusedOf('removeRunbook', { runbookId: id });
    expect([refused.code, refused.message]).toEqual(['in-use', `Service ${serviceId}, the rule “Pool is empty” still use it. Choose another runbook there first.`]);
    await saveRules('service', serviceId, []);
    await at.service(serviceId).update({ runbookId: null });
    const commandId = unique().padEnd(8, '0');
    const removed = await sending(await adminToken(), 'removeRunbook', { runbookId: id, commandId });
    expect(await sending(await adminToken(), 'removeRunbook', { runbookId: id, commandId }), 'its repeat is answered alike').toEqual(removed);
    expect([(await at.runbook(id).get()).exists, (await at.runbookVersion(id, 1).get()).exists]).toEqual([false, true]);
    expect((await refusedOf('removeRunbook', { runbookId: id })).code).toBe('no-such-runbook');
  });
});

describe('a folder of Markdown files', () => {
  it('is shown first, then imported; a file that is wrong stops no other', async () => {
    const mark = unique();
    const existing = await saved(source(`Known ${mark}`));
    const same = source(`Same ${mark}`);
    const unchanged = await saved(same);
    const files = [
      { path: `books/fresh-${mark}.md`, markdown: '1. Look\n' }, { path: 'books/known.md', markdown: source(`known ${mark}`, ['tags: [a]']) },
      { path: 'books/same.md', markdown: same }, { path: 'books/bad.md', markdown: source(`Bad ${mark}`, ['services: [none-such]']) },
    ];
    const dry = await sending(sam, 'importRunbooks', { files, dryRun: true });
    expect(dry.message).toBe('Nothing is saved yet. Of 4: 1 new, 1 changed, 1 as they are, 1 refused.');
    expect((await stored(existing))?.version, 'a dry run changes nothing').toBe(1);
    const commandId = unique().padEnd(8, '0');
    const real = await sending(sam, 'importRunbooks', { files, dryRun: false, commandId });
    const outcomes = ({ imported = [] }: CommandAnswer) => imported.map(({ path, outcome }) => [path.replace(/^books\//, '').replace(`-${mark}`, ''), outcome]);
    expect(outcomes(real)).toEqual([['fresh.md', 'new'], ['known.md', 'newVersion'], ['same.md', 'unchanged'], ['bad.md', 'refused']]);
    expect(outcomes(dry)).toEqual(outcomes(real));
    expect(real.imported).toMatchObject([{ title: `Fresh ${mark}`, issues: [] }, { runbookId: existing, issues: [{ path: 'tags' }] }, { runbookId: unchanged }, { issues: [{ path: 'services.0' }] }]);
    const fresh = real.imported?.[0]?.runbookId ?? '';
    expect(await stored(fresh)).toMatchObject({ title: `Fresh ${mark}`, version: 1, review: { state: 'draft' }, changedBy: { userId: 'secondary' } });
    expect(await stored(existing)).toMatchObject({ version: 2, title: `known ${mark}` });
    expect(await sending(sam, 'importRunbooks', { files, dryRun: false, commandId }), 'its repeat is answered alike').toEqual(real);
    expect((await stored(fresh))?.version).toBe(1);
  });
});

describe('in an incident', () => {
  it('a step is ticked, under its words', async () => {
    const { key } = await newService();
    const [incidentId, runbookId] = await Promise.all([trigger(key), saved(source(`Steps ${unique()}`))]);
    const [look] = stepsOf((await stored(runbookId))?.markdown ?? '');
    await sending(priya, 'tickStep', { incidentId, runbookId, step: look?.key, words: look?.words, state: 'done' });
    expect((await incidentNow(incidentId)).ticks).toMatchObject([{ runbookId, step: look?.key, state: 'done', by: 'Priya Nair' }]);
    await sending(priya, 'resolve', { incidentId });
  });

  /** An incident, and a runbook with an action on a webhook of its own host. */
  async function withAction(own: { body?: string } = {}) {
    const { key, serviceId } = await newService();
    const mark = unique();
    const host = `${mark.toLowerCase()}.example.org`;
    const { savedId: destinationId = '', key: secret = '' } = await sending(await adminToken(), 'saveDestination', { destinationId: null, name: `Runner ${mark}`, kind: 'webhook', enabled: true, serviceIds: [], url: `https://${host}/hidden-path?token=abc` });
    const runbookId = await saved(source(`Action ${mark}`, [`services: [${serviceId}]`, `actions: [{ name: diagnose, title: Collect diagnostics, webhook: Runner ${mark} }]`], own.body));
    const incidentId = await trigger(key, { title: 'Answering 503', severity: 'critical', labels: { region: 'eu-1' } });
    const run = (fields: Record<string, unknown> = {}) => ({ incidentId, runbookId, action: 'diagnose', dryRun: false, ...fields });
    const runs = async () => (await timelineOf(incidentId)).flatMap(({ changes }) => changes.flatMap((change) => (change.type === 'actionRun' ? [change] : [])));
    return { host, secret, serviceId, runbookId, incidentId, destinationId, run, runs, title: `Action ${mark}` };
  }

  it.each([[true, 'The dry run of Collect diagnostics'], [false, 'Collect diagnostics']])('an action calls its signed webhook once, and its answer is in the timeline (dry run: %s)', async (dryRun, words) => {
    const { host, secret, serviceId, runbookId, incidentId, run, runs, title } = await withAction();
    outbound.answerWith(host, { status: 200, body: 'heap: 82 %\u001b[2J\nhttps://' + host + '/hidden-path?token=abc' });
    const commandId = unique().padEnd(8, '0');
    const answer = await sending(priya, 'runAction', { ...run({ dryRun }), commandId });
    expect(answer).toMatchObject({ outcome: 'done', code: 'runAction', incidentId, message: `${words} succeeded: heap: 82 %[2J …` });
    const [posted, ...more] = outbound.to(host);
    expect(more).toEqual([]);
    if (posted === undefined) throw new Error('nothing was posted');
    expect(receivedWebhook(posted, secret)).toMatchObject({
      type: 'runbook.action', dryRun, action: 'diagnose', runbook: { id: runbookId, title, version: 1 }, requestedBy: { name: 'Priya Nair' }, labels: { region: 'eu-1' },
      incident: { id: incidentId, title: 'Answering 503', severity: 'SEV1', status: 'triggered', serviceId, serviceName: `Service ${serviceId}`, url: `http://127.0.0.1:5050/incidents/${incidentId}` },
    });
    const told = { type: 'actionRun', runbook: title, action: 'Collect diagnostics', dryRun };
    expect(await runs()).toEqual([{ ...told, state: 'started', result: '' }, { ...told, state: 'succeeded', result: 'heap: 82 %[2J\n…' }]);
    expect(JSON.stringify(await timelineOf(incidentId))).not.toMatch(/hidden-path|whsec/);
    expect(await sending(priya, 'runAction', { ...run({ dryRun }), commandId }), 'its repeat is told the same').toMatchObject({ outcome: 'done', message: answer.message });
    expect([outbound.to(host).length, (await runs()).length]).toEqual([1, 2]);
    await sending(priya, 'resolve', { incidentId });
  });

  it.each<[string, Parameters<FakeOutbound['answerWith']>[1], RegExp]>([
    ['answers an error', { status: 503, body: 'no runner is free' }, /^It answered 503: no runner is free$/], ['sends elsewhere', { status: 302, headers: { location: 'https://127.0.0.1/' } }, /^It answered 302\.$/],
    ['hangs up', 'cut', /^It could not be reached \(ECONNRESET\)\.$/],
  ])('an action whose webhook %s has failed, and says so', async (_what, how, result) => {
    const { host, incidentId, run, runs } = await withAction();
    outbound.answerWith(host, how);
    const answer = await sending(priya, 'runAction', run());
    expect(answer.message).toMatch(/^Collect diagnostics failed: /);
    expect((await runs()).at(-1)).toMatchObject({ state: 'failed', result: expect.stringMatching(result) as string });
    expect(outbound.to(host)).toHaveLength(1);
    await sending(priya, 'resolve', { incidentId });
  });

  it('an action goes to no private address, whatever was stored', async () => {
    const { host, secret, incidentId, destinationId, run, runs } = await withAction();
    const id = `destination-${destinationId}`;
    await at.secret(id).set(encryptSecret(id, JSON.stringify({ url: 'https://169.254.169.254/latest', secret }), secretsKey('', true)));
    expect((await sending(priya, 'runAction', run())).message).toBe('Collect diagnostics failed: Its address is refused: Rouse calls only https, and nothing in a private network.');
    expect((await runs()).at(-1)?.state).toBe('failed');
    expect([...outbound.to(host), ...outbound.to('169.254.169.254')]).toEqual([]);
    await sending(priya, 'resolve', { incidentId });
  });

  it('an action is refused that the runbook does not have, whose webhook is off, or for a stakeholder; nothing is written or called', async () => {
    const { host, incidentId, destinationId, run } = await withAction();
    expect((await refusedOf('runAction', run({ action: 'none-such' }), priya)).code).toBe('no-such-action');
    expect((await refusedOf('runAction', run({ runbookId: 'none-such' }), priya)).code).toBe('no-such-runbook');
    expect((await refusedOf('runAction', run(), await signIn('stakeholder'))).code).toBe('not-allowed');
    await sending(await adminToken(), 'saveDestination', { destinationId, name: 'Off', kind: 'webhook', enabled: false, serviceIds: [], url: null });
    await configurationIsRead();
    expect((await refusedOf('runAction', run(), priya)).code).toBe('no-such-action');
    expect(await changesOf(incidentId)).not.toContain('actionRun');
    expect(outbound.to(host)).toEqual([]);
    await sending(priya, 'resolve', { incidentId });
  });
});

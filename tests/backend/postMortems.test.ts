import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import { Notification } from '#domain/notification/notification';
import { drafted as sampleDraft } from '#domain/postMortem/forTests';
import { PostMortem, SectionVersion } from '#domain/postMortem/postMortem';
import { DAY } from '#domain/time/instant';
import { idOf, newIncidentId } from '../../functions/src/identity/identity';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { watchActionItems } from '../../functions/src/watch/watchActionItems';
import { auditOf, refusedOf } from '../configuring';
import { command, signIn, trigger, unique, until } from '../rouse';
import { at, db, newService, tidyLater } from '../store';

let priya: string;
let sam: string;
let stakeholder: string;
beforeAll(async () => { [priya, sam, stakeholder] = await Promise.all([signIn('primary'), signIn('secondary'), signIn('stakeholder')]); });

const commandId = () => unique().padEnd(8, '0');
async function sent(type: string, fields: Record<string, unknown>, who = priya): Promise<CommandAnswer> {
  const { status, body } = await command(who, { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}
const stored = async (id: string): Promise<PostMortem> => read(PostMortem, await at.postMortem(id).get()) ?? expect.fail(`there is no post-mortem of ${id}`);
const versionOf = async (id: string, section: string, version: number) => read(SectionVersion, await at.sectionVersion(id, section, version).get());
/** The post-mortem as soon as what follows an incident's end has been carried out. */
const drafted = (id: string): Promise<PostMortem> => until(at.postMortem(id), ([found]) => PostMortem.safeParse(found).data);

/** An incident that has ended, with its cause. */
async function ended(severity: string): Promise<string> {
  const incidentId = await trigger((await newService()).key, { severity, title: 'Checkout is *down*' });
  await sent('resolve', { incidentId, verdict: 'real', cause: 'The pool ran full' });
  tidyLater(async () => { await db().recursiveDelete(at.postMortem(incidentId)); });
  return incidentId;
}
/** What follows its end has been done for the first time; the second is an hour later. */
const carriedOut = (id: string) => until(at.afterwards(id), ([note]) => (z.object({ isSecond: z.literal(true) }).safeParse(note).success ? true : undefined));
/** A post-mortem as it is drafted, without its incident: what is written in it does not ask for that. */
async function written(): Promise<string> {
  const incidentId = newIncidentId();
  await at.postMortem(incidentId).create(toStored(sampleDraft({ incidentId })));
  tidyLater(async () => { await db().recursiveDelete(at.postMortem(incidentId)); });
  return incidentId;
}

describe('the end of an incident', () => {
  it('of SEV1 drafts its post-mortem from what it knows, and keeps that as version 0', async () => {
    const incidentId = await ended('critical');
    const draft = await drafted(incidentId);
    expect(draft).toMatchObject({ state: 'draft', title: 'Checkout is *down*', severity: 'SEV1', actionItems: [], remindAt: null, sections: { rootCause: { text: 'The pool ran full', version: 0, by: null } } });
    expect(draft.dueAt).toBe(draft.resolvedAt + 5 * DAY);
    expect(draft.sections.summary.text).toContain('Checkout is \\*down\\*');
    expect(await versionOf(incidentId, 'rootCause', 0)).toMatchObject({ text: 'The pool ran full', by: null });
    expect(await versionOf(incidentId, 'lessons', 0)).toBeUndefined();
  });

  it('once more after a reopen leaves what people wrote', async () => {
    const incidentId = await ended('critical');
    await drafted(incidentId);
    await sent('writeSection', { incidentId, section: 'lessons', text: 'Alert earlier.', basedOn: 0 });
    await sent('reopen', { incidentId });
    await sent('resolve', { incidentId, verdict: 'real', cause: 'Another cause' });
    await carriedOut(incidentId);
    expect((await stored(incidentId)).sections).toMatchObject({ lessons: { text: 'Alert earlier.', version: 1 }, rootCause: { text: 'The pool ran full' } });
  });

  it('of SEV3 drafts none; by hand one is begun, once, by whoever wants it', async () => {
    const incidentId = await ended('warning');
    await carriedOut(incidentId);
    expect((await at.postMortem(incidentId).get()).exists).toBe(false);
    expect(await sent('draftPostMortem', { incidentId })).toMatchObject({ outcome: 'done', code: 'draftPostMortem' });
    expect(await sent('draftPostMortem', { incidentId }, sam)).toMatchObject({ outcome: 'unchanged', code: 'already-so' });
    expect(await stored(incidentId)).toMatchObject({ ownerId: 'primary', dueAt: null });
  });

  it('has to come first; and who only follows writes none', async () => {
    const incidentId = await trigger((await newService()).key, { severity: 'warning' });
    expect(await refusedOf('draftPostMortem', { incidentId }, priya)).toMatchObject({ code: 'not-resolved' });
    expect(await refusedOf('draftPostMortem', { incidentId: 'INC-000000' }, priya)).toMatchObject({ code: 'no-such-incident' });
    expect(await refusedOf('writeSection', { incidentId, section: 'lessons', text: 'x', basedOn: 0 }, priya)).toMatchObject({ code: 'no-such-incident' });
    expect(await refusedOf('draftPostMortem', { incidentId }, stakeholder)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a section', () => {
  it('that two save at once keeps one, and tells the other; every version stays', async () => {
    const incidentId = await written();
    const write = (text: string, basedOn: number, who: string) => command(who, { type: 'writeSection', incidentId, section: 'lessons', text, basedOn });
    const answers = await Promise.all([write('Priya was here.', 0, priya), write('Sam was here.', 0, sam)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const [taken, refused] = answers[0].status === 200 ? ['Priya', 'Sam'] : ['Sam', 'Priya'];
    expect(answers.find(({ status }) => status === 400)?.body.error).toMatchObject({ details: { code: 'changed-meanwhile' }, message: expect.stringContaining(taken) as string });
    expect((await stored(incidentId)).sections.lessons).toMatchObject({ text: `${taken} was here.`, version: 1 });
    await sent('writeSection', { incidentId, section: 'lessons', text: `${taken} was here.\n${refused} was here.`, basedOn: 1 }, refused === 'Sam' ? sam : priya);
    expect(await versionOf(incidentId, 'lessons', 1)).toMatchObject({ text: `${taken} was here.` });
    expect(await versionOf(incidentId, 'lessons', 2)).toMatchObject({ text: `${taken} was here.\n${refused} was here.` });
  });

  it('saved again by the same command is answered like the first, also when somebody has saved since', async () => {
    const incidentId = await written();
    const mine = { incidentId, section: 'impact', text: 'Half of them.', basedOn: 0, commandId: commandId() };
    const first = await sent('writeSection', mine);
    await sent('writeSection', { incidentId, section: 'impact', text: 'All of them.', basedOn: 1 }, sam);
    expect(await sent('writeSection', mine)).toEqual(first);
    expect((await stored(incidentId)).sections.impact).toMatchObject({ text: 'All of them.', version: 2, by: 'Sam Weber' });
    const audit = await auditOf(at.postMortem(incidentId).path);
    expect(audit).toMatchObject([{ before: { sections: { impact: 0 } }, after: { sections: { impact: 1 } } }, { after: { sections: { impact: 2 } } }]);
    expect(JSON.stringify(audit)).not.toContain('of them');
  });

  it('with half an emoji is saved without it', async () => {
    const incidentId = await written();
    await sent('writeSection', { incidentId, section: 'wentWell', text: 'Good \ud83d', basedOn: 0 });
    expect((await stored(incidentId)).sections.wentWell.text).toBe('Good \ufffd');
  });
});

describe('a post-mortem', () => {
  it('goes to review, has its meeting, is published, and is taken back', async () => {
    const incidentId = await written();
    const reviewAt = Date.now() + DAY;
    await sent('movePostMortem', { incidentId, state: 'inReview' });
    await sent('setReviewMeeting', { incidentId, reviewAt });
    await sent('movePostMortem', { incidentId, state: 'published' }, sam);
    expect(await stored(incidentId)).toMatchObject({ state: 'published', reviewAt, publishedBy: 'Sam Weber' });
    expect(await sent('movePostMortem', { incidentId, state: 'published' })).toMatchObject({ outcome: 'unchanged' });
    await sent('movePostMortem', { incidentId, state: 'draft' });
    await sent('setReviewMeeting', { incidentId, reviewAt: null });
    expect(await stored(incidentId)).toMatchObject({ state: 'draft', reviewAt: null, publishedAt: null, publishedBy: null });
  });

  it('keeps its action items: once per command, changed, ticked, removed; owned by who is there', async () => {
    const incidentId = await written();
    const adding = { incidentId, title: ' Raise the limit ', owner: { kind: 'person', id: 'secondary' }, dueAt: Date.now() + 7 * DAY, commandId: commandId() };
    await sent('addActionItem', adding);
    await sent('addActionItem', adding);
    const { actionItems: [item], remindAt } = await stored(incidentId);
    expect([item, remindAt]).toMatchObject([{ title: 'Raise the limit', owner: { kind: 'person', id: 'secondary', name: 'Sam Weber' } }, adding.dueAt - DAY]);
    const itemId = item?.id ?? '';
    await sent('changeActionItem', { incidentId, itemId, done: true }, sam);
    expect(await stored(incidentId)).toMatchObject({ remindAt: null, actionItems: [{ doneBy: 'Sam Weber' }] });
    expect(await refusedOf('changeActionItem', { incidentId, itemId, owner: { kind: 'team', id: 'none-such' } }, priya)).toMatchObject({ code: 'no-such-team', paths: ['owner'] });
    await sent('removeActionItem', { incidentId, itemId });
    expect((await stored(incidentId)).actionItems).toEqual([]);
    expect(await refusedOf('removeActionItem', { incidentId, itemId }, sam)).toMatchObject({ code: 'no-such-item', message: 'Somebody has removed this action item meanwhile.' });
  });
});

describe('the owner of an action item', () => {
  it('is asked once for each time that is due, and every member of a team', async () => {
    const teamId = unique();
    await at.team(teamId).set({ id: teamId, name: 'Payments', memberIds: ['secondary', 'stakeholder', 'admin'] });
    tidyLater(() => at.team(teamId).delete());
    const incidentId = await written();
    const dueAt = Date.now() - 2 * DAY;
    await sent('addActionItem', { incidentId, title: 'Raise the limit', owner: { kind: 'team', id: teamId }, dueAt });
    const now = Date.now();
    await Promise.all([watchActionItems(now), watchActionItems(now)]);
    await watchActionItems(now + 1);
    const after = await stored(incidentId);
    const [item] = after.actionItems;
    // The sweep of the suite may have been first.
    expect(item?.remindedAt).not.toBeNull();
    expect(after.remindAt).toBe((item?.remindedAt ?? 0) + 3 * DAY);
    const told = async (userId: string) => read(Notification, await at.notification(idOf('notice', userId, `actionItem.${incidentId}.${item?.id ?? ''}.${dueAt - DAY}`)).get());
    expect(await told('secondary')).toMatchObject({ kind: 'notice', urgency: 'low', title: 'Overdue: Raise the limit', url: `/post-mortems/${incidentId}#action-items` });
    expect(await told('admin')).toMatchObject({ title: 'Overdue: Raise the limit' });
    expect([await told('stakeholder'), await told('primary')]).toEqual([undefined, undefined]);
  });
});

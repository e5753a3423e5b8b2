import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { HOUR } from '../time/instant';
import { differenceOf, lineWords } from './difference';
import { happenedTo, inWords, kindOf, subjectOf } from './kinds';
import { isSecret } from './secrets';

const telling = { names: { 'users/priya': 'Priya Nair', 'users/sam': 'Sam Weber', 'services/sam': 'Sam, the service' }, now: noon, timeZone: 'UTC' };
type Document = Record<string, unknown> | null;
const lines = (before: Document, after: Document, what = 'services/checkout') => differenceOf({ what, before, after }, telling).map(lineWords);

describe('what a change changed', () => {
  it.each<[string, Document, Document, string[]]>([
    ['a word', { id: 'a', name: 'Shop' }, { id: 'a', name: 'Old shop' }, ['Name: Shop → Old shop']],
    ['nothing', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
    ['a number with its unit', { SEV1: { respondWithinMinutes: 15 } }, { SEV1: { respondWithinMinutes: 90 } }, ['SEV1 › Respond within: 15 min → 1 h 30 min']],
    ['a moment', { endsAt: noon }, { endsAt: noon + HOUR }, ['Ends at: 12:00 → 13:00']],
    ['milliseconds', { waitMilliseconds: 5_000 }, { waitMilliseconds: 90_000 }, ['Wait: 5 s → 1 min 30 s']],
    ['yes and no', { enabled: true }, { enabled: false }, ['Enabled: yes → no']],
    ['a person', { ownerId: 'priya' }, { ownerId: 'sam' }, ['Owner: Priya Nair → Sam Weber']],
    ['a service of the same id', { serviceId: 'x' }, { serviceId: 'sam' }, ['Service: x → Sam, the service']],
    ['the people of a list', { memberIds: ['priya'] }, { memberIds: ['priya', 'sam'] }, ['Members: Priya Nair → Priya Nair, Sam Weber']],
    ['something that was not there', { runbookId: null }, { runbookId: 'shop' }, ['Runbook: shop, new']],
    ['something that is no more', { note: 'x' }, { note: '' }, ['Note: x, gone']],
    ['a long text', { markdown: 'one\ntwo' }, { markdown: 'one\ntwo\nthree' }, ['Markdown: changed, 3 lines (before: 2)']],
    ['a text of as many lines', { markdown: 'one\ntwo' }, { markdown: 'one\nthree' }, ['Markdown: changed, 2 lines']],
    ['a thing of a list, by its id', { rules: [{ id: '1', name: 'Quiet', enabled: true }, { id: '2', name: 'Other' }] }, { rules: [{ id: '1', name: 'Quiet', enabled: false }, { id: '2', name: 'Other' }] }, ['Rules › Quiet › Enabled: yes → no']],
    ['a thing put before another', { rules: [{ id: '1', name: 'A' }, { id: '2', name: 'B' }] }, { rules: [{ id: '2', name: 'B' }, { id: '1', name: 'A' }] }, ['Rules › Order: A, B → B, A']],
    ['a thing that was added', { rules: [] }, { rules: [{ id: '1', name: 'A', enabled: true }] }, ['Rules: A, new', 'Rules › A › Enabled: yes, new']],
    ['a thing that is gone', { rules: [{ id: '1', name: 'A' }] }, { rules: [] }, ['Rules: A, gone']],
    ['a step, by its place', { steps: [{ delaySeconds: 60 }, { delaySeconds: 120 }] }, { steps: [{ delaySeconds: 60 }, { delaySeconds: 300 }] }, ['Steps › 2 › Delay: 2 min → 5 min']],
    ['a zero', { count: 0 }, { count: 2 }, ['Count: 0 → 2']],
  ])('%s', (_, before, after, expected) => expect(lines(before, after)).toEqual(expected));

  it('of what was made tells what is in it and says something, of what was removed what was', () => {
    expect(lines(null, { id: 'a', name: 'Shop', description: '', runbookId: null, enabled: false, steps: [], count: 3 })).toEqual(['Name: Shop, new', 'Count: 3, new']);
    expect(lines({ id: 'a', name: 'Shop', enabled: true }, null)).toEqual(['Name: Shop, gone', 'Enabled: yes, gone']);
  });
});

describe('a secret', () => {
  it.each([
    ['secret', true], ['signingSecret', true], ['botToken', true], ['password', true], ['key', true], ['integrationKey', true], ['keyHash', true], ['apiKey', true],
    ['dedupKey', false], ['groupKey', false], ['keyHint', false], ['name', false], ['monkey', false], ['url', false],
  ])('%s: %s', (key, secret) => expect(isSecret(key, 'services/checkout')).toBe(secret));

  it('of a destination is its address', () => expect([isSecret('url', 'destinations/ops'), isSecret('webhookUrl', 'destinations/ops'), isSecret('host', 'destinations/ops')]).toEqual([true, true, false]));

  it('is told to have changed and never what it is, however deep it lies', () => {
    const all = lines({ auth: { token: 'xoxb-old', more: { secret: { of: 'abc-old' } } } }, { auth: { token: 'xoxb-new', more: { secret: { of: 'abc-new' } } } });
    expect(all).toEqual(['Auth › Token: not shown, it is a secret', 'Auth › More › Secret: not shown, it is a secret']);
    expect(JSON.stringify(lines(null, { url: 'https://hooks.slack.com/T0', name: 'Ops' }, 'destinations/ops'))).not.toContain('hooks.slack.com');
  });
});

describe('what was changed', () => {
  it.each<[string, Document, Document, string]>([
    ['escalationPolicies/checkout', null, { id: 'checkout', name: 'Checkout' }, 'Escalation policy Checkout'],
    ['schedules/x', { name: 'Nights' }, null, 'Schedule Nights'],
    ['settings/severities', {}, {}, 'Severities'],
    ['routingRules/service.checkout', null, { rules: [] }, 'Routing rules Checkout service'],
    ['users/priya', { name: 'Priya N.' }, { name: 'Priya Nair' }, 'Person Priya Nair'],
    ['postMortems/INC-K7Q2MD', null, { title: 'Checkout fails' }, 'Post-mortem INC-K7Q2MD Checkout fails'],
    ['users/lee', {}, { resetLink: 'made' }, 'Person Lee Wong'],
    ['invites', null, { name: 'Lee' }, 'Invitation Lee'],
    ['newThings/one', null, {}, 'New things one'],
  ])('%s', (what, before, after, expected) => expect(subjectOf({ what, before, after }, { 'services/checkout': 'Checkout service', 'users/lee': 'Lee Wong' })).toBe(expected));

  it('is of a kind, was made, changed or removed, and reads as words', () => {
    expect([kindOf('services/a'), kindOf('settings/warRoom'), kindOf('settings/newOnes')]).toEqual(['Service', 'War room', 'New ones']);
    expect([happenedTo({ before: null, after: {} }), happenedTo({ before: {}, after: {} }), happenedTo({ before: {}, after: null })]).toEqual(['made', 'changed', 'removed']);
    expect([inWords('respondWithinMinutes'), inWords('SEV1'), inWords('name')]).toEqual(['Respond within', 'SEV1', 'Name']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Reach } from '../contact/reach';
import type { EscalationPolicy, Target } from '../escalation/policy';
import type { Override, Schedule } from '../oncall/schedule';
import { noon, samplePerson, samplePolicy, sampleSchedule, sampleService } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { type CheckFacts, findingsOf, newFindings } from './check';
import { Finding } from './proof';

/** What an expected text has in it, or looks like. */
const like = (text: string | RegExp): unknown => (typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text));
const on = (scheduleId: string): Target => ({ kind: 'schedule', scheduleId });
const named = (userId: string): Target => ({ kind: 'person', userId });
const policyOf = (...steps: (Target | EscalationPolicy['steps'][number])[]) => samplePolicy({ steps: steps.map((step) => ('kind' in step ? { targets: [step], delaySeconds: 60 } : step)) });
const reachOf = (fields: Partial<Reach & { iosWebOnly: boolean }> = {}) => ({
  methods: [{ id: 'phone', kind: 'phone', verified: true }] as Reach['methods'], pushDevices: 1, rules: { high: null, low: null }, quietHours: { start: '22:00', end: '07:00' },
  channels: { push: true, sms: true, voice: true, email: true }, ...fields,
});

/** A week each, from Wednesday 09:00 on, so that nothing is to be said about it. */
const rotation = (participants: string[], fields: Partial<Schedule> = {}) =>
  sampleSchedule('weekly', participants, { layers: sampleSchedule('weekly', participants).layers.map((layer) => ({ ...layer, rotation: { type: 'weekly', length: 1, startLocal: '2026-01-07T09:00' } })), name: 'Primary', ...fields });
/** Three in turn, then whoever is not: all is well. */
function factsOf(fields: Partial<CheckFacts> = {}): CheckFacts {
  const people = { priya: samplePerson('priya'), sam: samplePerson('sam'), lee: samplePerson('lee'), ada: samplePerson('ada', { role: 'admin' }), max: samplePerson('max', { role: 'admin' }) };
  return {
    people, schedules: { weekly: rotation(['priya', 'sam', 'lee']) }, policies: { policy: policyOf(on('weekly'), named('ada')) }, services: { checkout: sampleService() },
    reach: Object.fromEntries(Object.keys(people).map((id) => [id, reachOf()])), ...fields,
  };
}
const people = factsOf().people;
const reach = factsOf().reach ?? {};
const found = (kind: Finding['kind'], fields: Partial<CheckFacts>) => findingsOf(factsOf(fields), noon).filter((finding) => finding.kind === kind);
const textsOf = (kind: Finding['kind'], fields: Partial<CheckFacts>) => found(kind, fields).map(({ text }) => text);
const off = (id: string, startAt: number, hours: number): Override => ({ kind: 'remove', id, startAt, endAt: startAt + hours * HOUR, removeUserId: 'lee' });

describe('the check of the next 60 days', () => {
  it('has nothing to say where all is well', () => {
    expect(findingsOf(factsOf(), noon)).toEqual([]);
  });

  it('finds a gap, in the zone of the schedule; a warning where another step holds', () => {
    // Thursday 26 November, 02:00 UTC; Lee is on call until Wednesday, then Priya.
    const overrides: Override[] = [{ ...off('o', Date.UTC(2026, 10, 26, 2), 1), kind: 'remove', removeUserId: 'priya' }];
    const schedules = { weekly: rotation(['priya', 'sam', 'lee'], { overrides: overrides.flatMap((one) => ['priya', 'sam', 'lee'].map((removeUserId) => ({ ...one, kind: 'remove' as const, id: `${one.id}${removeUserId}`, removeUserId }))), timeZone: 'Europe/Berlin' }) };
    expect(found('gap', { schedules })).toEqual([{
      kind: 'gap', level: 'warning', text: 'Primary: nobody is on call Thu 03:00 to 04:00 (Europe/Berlin).', startAt: Date.UTC(2026, 10, 26, 2), endAt: Date.UTC(2026, 10, 26, 3), about: { kind: 'schedule', id: 'weekly' },
    }]);
    expect(found('gap', { schedules, policies: { policy: policyOf(on('weekly')) } })).toMatchObject([{ level: 'problem' }]);
    expect(found('gap', { schedules, policies: { policy: policyOf(named('ada')) } })).toEqual([]);
  });

  it('tells a gap that comes again once, and counts the others', () => {
    const layers = rotation(['priya']).layers.map((layer) => ({ ...layer, windows: [{ days: ['MO' as const, 'TU' as const, 'WE' as const, 'TH' as const, 'FR' as const], start: '00:00', end: '00:00' }] }));
    expect(textsOf('gap', { schedules: { weekly: rotation(['lee'], { layers }) } })).toEqual(['Primary: nobody is on call until Mon 00:00 (UTC), and 8 more times.']);
  });

  it('takes no hours for a gap in which no step asks the schedule', () => {
    const windows = [{ days: ['MO' as const, 'TU' as const, 'WE' as const, 'TH' as const, 'FR' as const], start: '09:00', end: '17:00' }];
    const schedules = { weekly: rotation(['lee'], { layers: rotation(['priya', 'sam', 'lee']).layers.map((layer) => ({ ...layer, windows })) }) };
    const step = { targets: [on('weekly')], delaySeconds: 60, branch: { when: 'inside' as const, timeZone: 'UTC', windows } };
    expect(found('gap', { schedules, policies: { policy: policyOf(step, named('ada')) } })).toEqual([]);
    expect(found('gap', { schedules })).toHaveLength(1);
  });

  it('takes whoever is not active for nobody', () => {
    const inactive = { ...people, priya: samplePerson('priya', { active: false }) };
    expect(textsOf('gap', { people: inactive })[0]).toMatch(/^Primary: nobody who can be paged is on call .*, and 3 more times\.$/);
  });

  it('finds a step that reaches nobody, and one whose hours never come', () => {
    const never = { targets: [named('sam')], delaySeconds: 60, branch: { when: 'inside' as const, timeZone: 'UTC', windows: [{ days: [], start: '09:00', end: '17:00' }] } };
    expect(textsOf('stepUnreachable', { policies: { policy: policyOf(on('weekly'), named('gone'), never, { targets: [{ kind: 'destination', destinationId: 'chat' }], delaySeconds: 60 }) } })).toEqual([
      'Checkout: step 2 reaches nobody in the next 60 days (gone).', 'Checkout: step 3 never counts: its hours never come.',
    ]);
  });

  it('finds the times at which a whole policy reaches nobody, hand-offs counted', () => {
    const layers = rotation(['priya', 'sam']).layers.map((layer) => ({ ...layer, until: noon + 30 * DAY }));
    const schedules = { weekly: rotation(['lee'], { layers }) };
    const alone = { policy: policyOf(on('weekly')) };
    expect(found('endsInNobody', { schedules, policies: alone })).toEqual([{
      kind: 'endsInNobody', level: 'problem', text: 'Checkout reaches nobody from Mon 21 Dec 12:00 on (UTC): its pages go to the admins.', startAt: noon + 30 * DAY, endAt: noon + 60 * DAY, about: { kind: 'policy', id: 'policy' },
    }]);
    const other = { ...policyOf(named('sam')), id: 'other' };
    expect(found('endsInNobody', { schedules, policies: { policy: { ...alone.policy, handOffTo: 'other' }, other } })).toEqual([]);
    expect(textsOf('endsInNobody', { policies: { policy: policyOf(named('gone')) } })).toEqual(['Checkout reaches nobody throughout the next 60 days: its pages go to the admins.']);
    expect(textsOf('endsInNobody', { policies: {} })).toEqual(['Checkout has no escalation policy: its pages go to the admins.']);
  });

  it('finds who is on two levels at once, where the second brings nobody new', () => {
    const policies = { policy: policyOf(on('weekly'), named('sam')) };
    expect(found('sameOnTwoLevels', { policies })).toMatchObject([{ level: 'warning', about: { kind: 'policy', id: 'policy' } }]);
    expect(textsOf('sameOnTwoLevels', { policies })[0]).toMatch(/^Checkout: Sam is primary and secondary at once Wed .* to Wed .*\(UTC\), and 2 more times\. Escalating reaches nobody new then\.$/);
    expect(found('sameOnTwoLevels', { policies: { policy: policyOf(on('weekly'), { targets: [named('sam'), named('ada')], delaySeconds: 60 }) } })).toEqual([]);
  });

  it('finds a service that hangs on one person', () => {
    const policies = { policy: policyOf(named('sam'), named('priya')) };
    expect(found('oneReachable', { policies })).toEqual([]);
    expect(found('oneReachable', { policies: { policy: policyOf(named('sam')) } })).toMatchObject([{ level: 'warning', text: 'Checkout: only Sam can be reached, nobody else is in its policy.', about: { kind: 'service', id: 'checkout' } }]);
    expect(textsOf('oneReachable', { policies, reach: { sam: reachOf() } })).toEqual(['Checkout: only Sam can be reached, nobody else of its policy has a way to be reached.']);
  });

  it('finds that there is one admin, or none', () => {
    expect(found('oneAdmin', { people: { ...people, max: samplePerson('max', { role: 'admin', active: false }) } })).toMatchObject([{ level: 'warning', about: { kind: 'organisation', id: 'organisation' } }]);
    expect(found('oneAdmin', { people: { priya: samplePerson('priya') } })).toMatchObject([{ level: 'problem' }]);
  });

  it('finds who has no way, who has push alone, and who has an iPhone’s web app alone', () => {
    const none = reachOf({ pushDevices: 0, methods: [{ id: 'phone', kind: 'phone', verified: false }] });
    const push = reachOf({ methods: [] });
    const way = (own: CheckFacts['reach']) => findingsOf(factsOf({ reach: { ...reach, ...own } }), noon).map(({ kind, level, text }) => [kind, level, text]);
    expect(way({ sam: none })).toEqual([['noVerifiedMethod', 'problem', "Sam can't be reached: no device takes pushes, and no phone number or e-mail address is verified."]]);
    expect(way({ sam: reachOf({ pushDevices: 0, channels: { push: true, sms: false, voice: false, email: true } }) })).toEqual([['noVerifiedMethod', 'problem', like('notification rules')]]);
    expect(way({ sam: push })).toEqual([['noVerifiedMethod', 'hint', 'Sam is reached by push alone. A verified phone number gets through where a push does not.']]);
    expect(way({ sam: { ...push, iosWebOnly: true } })).toMatchObject([['iosOnly', 'problem', like('iPhone')]]);
    expect(way({ sam: { ...reachOf(), iosWebOnly: true } })).toEqual([]);
    expect(way({ sam: reachOf({ pushDevices: 0 }) })).toEqual([]);
    const stranger = { ...people, tom: samplePerson('tom') };
    expect(findingsOf(factsOf({ people: stranger, reach: { ...reach, tom: none } }), noon)).toEqual([]);
  });

  it('says once that nothing but push is set up, and nothing where nobody knows', () => {
    const push = reachOf({ methods: [], channels: { push: true, sms: false, voice: false, email: false } });
    expect(found('noVerifiedMethod', { reach: Object.fromEntries(Object.keys(people).map((id) => [id, push])) })).toMatchObject([{ level: 'hint', about: { kind: 'organisation', id: 'organisation' } }]);
    const { reach: _, ...unknown } = factsOf();
    expect(findingsOf(unknown, noon)).toEqual([]);
  });

  it('finds what a change of clocks does to a shift', () => {
    const schedules = { weekly: rotation(['priya', 'sam', 'lee'], { timeZone: 'Europe/Berlin' }) };
    const before = Date.UTC(2026, 9, 1);
    const clocks = findingsOf(factsOf({ schedules }), before).filter(({ kind }) => kind === 'clockChange');
    expect(clocks).toMatchObject([{ level: 'hint', text: 'Primary: The shift from Wednesday 21 October 2026 09:00 is 1 h longer, as clocks change.', about: { kind: 'schedule', id: 'weekly' } }]);
    expect(found('clockChange', { schedules })).toEqual([]);
  });

  it('finds who is away and on call', () => {
    const timeOff = [{ id: 't', startAt: noon, endAt: noon + 60 * DAY, note: '' }];
    const away = { ...people, sam: samplePerson('sam', { timeOff }) };
    expect(found('awayOnCall', { people: away })).toMatchObject([{ level: 'problem', text: like(/^Primary: Sam is away and on call .* \(UTC\), and 2 more times\. Somebody has to cover\.$/), about: { kind: 'schedule', id: 'weekly' } }]);
    expect(found('awayOnCall', { people: { ...people, ada: samplePerson('ada', { role: 'admin', timeOff }) } })).toEqual([]);
  });

  it('finds short rest after a night', () => {
    const daily = sampleSchedule('weekly', ['priya', 'sam'], { layers: sampleSchedule('weekly', ['priya', 'sam', 'lee']).layers.map((layer) => ({ ...layer, rotation: { type: 'hourly', length: 6, startLocal: '2026-01-07T00:00' }, participants: ['priya', 'sam'] })) });
    expect(found('noRest', { schedules: { weekly: daily } })[0]).toMatchObject({ level: 'warning', about: { kind: 'person' }, text: like(/has 6 h of rest between a night on call until .*, and \d+ more times\.$/) });
    expect(found('noRest', {})).toEqual([]);
  });

  it('advises against handing over on a Monday or Friday', () => {
    expect(textsOf('handoffDay', { schedules: { weekly: sampleSchedule('weekly', ['priya', 'sam', 'lee']) } })).toEqual([like('Schedule weekly: Layer hands over on a Monday. ')]);
  });

  it('finds who has no day off in a fortnight, and who carries more than half', () => {
    expect(found('longLoad', { schedules: { weekly: rotation(['priya']) } })).toMatchObject([{ level: 'warning', text: 'Priya is on call without a day off throughout the next 60 days.', about: { kind: 'person', id: 'priya' } }]);
    expect(found('longLoad', { schedules: { weekly: rotation(['priya', 'sam']) } })).toEqual([]);
    const unequal = rotation(['lee'], { layers: rotation(['priya', 'priya', 'sam']).layers.map((layer) => ({ ...layer, rotation: { type: 'daily' as const, length: 4, startLocal: '2026-01-07T09:00' } })) });
    expect(found('longLoad', { schedules: { weekly: unequal } })).toMatchObject([{ level: 'hint', text: like(/^Priya is on call 1\d\d h a week, \d+ h of it at night/) }]);
  });

  it('puts problems first, then warnings, the soonest first, and answers the same whatever the order of the facts', () => {
    const facts = factsOf({ policies: { policy: policyOf(on('weekly'), named('gone'), named('sam')), other: { ...policyOf(named('gone')), id: 'other' } }, people: { ...people, priya: samplePerson('priya', { active: false }) } });
    const findings = findingsOf(facts, noon);
    const turned = { ...facts, people: Object.fromEntries(Object.entries(facts.people).reverse()), policies: Object.fromEntries(Object.entries(facts.policies).reverse()) };
    expect(findings.map(({ level }) => level)).toEqual([...findings.map(({ level }) => level)].sort((a, b) => ['problem', 'warning', 'hint'].indexOf(a) - ['problem', 'warning', 'hint'].indexOf(b)));
    expect(findingsOf(turned, noon)).toEqual(findings);
    expect(findings.every((finding) => Finding.safeParse(finding).success)).toBe(true);
    expect(new Set(findings.map(({ level }) => level)).size).toBe(2);
  });
});

describe('what a change brings', () => {
  const gapAt = (...days: number[]) => factsOf({ schedules: { weekly: rotation(['lee'], { overrides: days.map((day) => off(`o${day}`, noon + day * DAY, 2)) }) } });

  it('is one more gap beside those that were there, and one that grew', () => {
    expect(newFindings(gapAt(5), gapAt(5), noon)).toEqual([]);
    expect(newFindings(gapAt(5, 9), gapAt(5), noon)).toEqual([]);
    expect(newFindings(gapAt(5), gapAt(5, 9), noon).filter(({ kind }) => kind === 'gap')).toMatchObject([{ kind: 'gap', startAt: noon + 9 * DAY, text: 'Primary: nobody is on call Mon 30 Nov 12:00 to 14:00 (UTC).' }]);
    const longer = factsOf({ schedules: { weekly: rotation(['lee'], { overrides: [off('o', noon + 5 * DAY, 3)] }) } });
    expect(newFindings(gapAt(5), longer, noon).filter(({ kind }) => kind === 'gap')).toMatchObject([{ startAt: noon + 5 * DAY }]);
    expect(newFindings(longer, gapAt(5), noon)).toEqual([]);
  });
});

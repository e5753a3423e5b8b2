import { describe, expect, it } from 'vitest';
import { EscalationPolicy } from '#domain/escalation/policy';
import { policyProblems } from '#domain/escalation/reach';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { noon, sampleFacts, samplePolicy } from '#domain/samples';
import { movedTo, newPolicyDraft, pagingPart, policyDraftOf, policyOf, waits, waitSeconds } from './policyDraft';
import { previewOf } from './previewOf';
import { policySentences, targetChip, textOf } from './policyWords';

const facts = {
  ...sampleFacts(),
  teams: { payments: { id: 'payments', name: 'Payments', memberIds: ['sam', 'ada'] } },
  destinations: { ops: { id: 'ops', name: '#ops', kind: 'slack' as const, enabled: true, host: 'hooks.slack.com', serviceIds: [] } },
  policies: { operations: samplePolicy({ id: 'operations', name: 'Operations' }) },
};
const spoken = (policy: EscalationPolicy) => policySentences(policy, facts, noon).map(textOf).join(' ');
const hours = { timeZone: 'Europe/Berlin', windows: [{ days: ['MO' as const], start: '09:00', end: '17:00' }] };

describe('a policy as a sentence', () => {
  it('names who is on call, the waits, the rounds and what follows', () => {
    expect(spoken(samplePolicy({ rounds: 3, handOffTo: 'operations' }))).toBe(
      'Page Priya (on call for Schedule weekly). If nobody acknowledges within 1 min, page Sam. '
      + 'If nobody acknowledges within 2 min, start again. Go round 3 times, then hand off to Operations; then the admins.',
    );
  });

  it('says a single round, and the admins', () => {
    expect(spoken(samplePolicy({ rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 300 }] })))
      .toBe('Page Sam. If nobody acknowledges within 5 min, page the admins, every 10 min until somebody takes it.');
  });

  it('tells places apart from people, and says the hours of a step', () => {
    const step = { targets: [{ kind: 'team' as const, teamId: 'payments' }, { kind: 'person' as const, userId: 'sam' }, { kind: 'destination' as const, destinationId: 'ops' }], delaySeconds: 60, branch: { when: 'outside' as const, ...hours } };
    expect(textOf(policySentences(samplePolicy({ steps: [step] }), facts, noon)[0] ?? []))
      .toBe('Only outside Mon 09:00 to 17:00 in Berlin, page everybody in Payments (2) and Sam, and tell #ops.');
  });

  it('says what is gone, and whom nobody has', () => {
    const targets = [{ kind: 'schedule' as const, scheduleId: 'gone' }, { kind: 'destination' as const, destinationId: 'gone' }];
    expect(textOf(policySentences(samplePolicy({ steps: [{ targets, delaySeconds: 60 }] }), facts, noon)[0] ?? []))
      .toBe('Page a schedule that was removed, and tell a destination that was removed.');
    const empty = { ...facts, schedules: { weekly: { ...facts.schedules.weekly, layers: [] } } as typeof facts.schedules };
    expect(textOf(policySentences(samplePolicy(), empty, noon)[0] ?? [])).toBe('Page whoever is on call for Schedule weekly (nobody now).');
  });
});

it('a target by its own name says what it means now', () => {
  expect([{ kind: 'schedule' as const, scheduleId: 'weekly' }, { kind: 'team' as const, teamId: 'payments' }, { kind: 'person' as const, userId: 'sam' }].map((target) => targetChip(target, facts, noon)))
    .toEqual(['Schedule weekly (now Priya)', 'Payments (2)', 'Sam']);
});

describe('a policy being edited', () => {
  it.each([
    samplePolicy(), samplePolicy({ rounds: 20, handOffTo: 'operations' }), samplePolicy({ steps: [{ targets: [{ kind: 'team', teamId: 'payments' }], delaySeconds: 45, branch: { when: 'inside', ...hours } }] }),
    samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 100 }] }),
  ])('survives without a change', (policy) => {
    expect(policyOf(policyDraftOf(policy, 'UTC'))).toEqual({ policy });
  });

  it('says what a new one lacks, at the paths that the server uses', () => {
    const typed = policyOf(newPolicyDraft('new', 'UTC'));
    expect('issues' in typed && typed.issues.map(({ path }) => path)).toEqual(['policy.name', 'policy.steps.0.targets']);
    const filled = policyDraftOf(samplePolicy(), 'UTC');
    const wrong = policyOf({ ...filled, steps: filled.steps.map((step) => ({ ...step, wait: 'soon', when: 'inside', hours: { timeZone: 'UTC', windows: [] } })) });
    expect('issues' in wrong && wrong.issues.map(({ path }) => path)).toEqual([
      'policy.steps.0.delaySeconds', 'policy.steps.0.branch.windows', 'policy.steps.1.delaySeconds', 'policy.steps.1.branch.windows',
    ]);
  });

  it('previews what is complete already', () => {
    const draft = policyDraftOf(samplePolicy({ name: 'x' }), 'UTC');
    expect(pagingPart(newPolicyDraft('new', 'UTC'))).toBeNull();
    const half = pagingPart({ ...draft, name: '', steps: [...draft.steps, ...newPolicyDraft('new', 'UTC').steps] });
    expect(half?.steps).toHaveLength(2);
  });

  it('has its problems named by the domain at paths that exist in the form', () => {
    const typed = policyOf({ ...policyDraftOf(samplePolicy(), 'UTC'), handOffTo: 'policy' });
    if ('issues' in typed) throw new Error('it should have parsed');
    expect(policyProblems(typed.policy, facts, noon).map(({ path }) => path)).toEqual(['policy.handOffTo']);
  });
});

describe('a wait in minutes', () => {
  it.each([['1', 60], ['0.5', 30], ['1,5', 90], ['1440', 86_400], [String(100 / 60), 100]])('%s is %d s', (minutes, seconds) => {
    expect(waitSeconds(minutes)).toBe(seconds);
  });
  it.each(['', '0', '-1', 'soon', '1441'])('%j is none', (minutes) => {
    expect(waitSeconds(minutes)).toBeNull();
  });
  it('is offered as the schema allows', () => {
    for (const minutes of waits) expect(EscalationPolicy.safeParse(samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: waitSeconds(minutes) ?? 0 }] })).success).toBe(true);
  });
});

it('moves a step, and not past an end', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

describe('what a policy would do as it stands in the editor', () => {
  const known = { ...facts, severities: defaultSeverityPolicy, services: {}, holidays: {}, complete: true };

  it('is the domain run ahead, with the policy that is typed and before any service uses it', () => {
    const typed = samplePolicy({ id: 'new', rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 300 }] });
    const preview = previewOf(typed, undefined, 'SEV1', known, noon);
    expect(preview?.messages.slice(0, 4).map(({ at, name, channel }) => [at - noon, name, channel])).toEqual([[0, 'Sam', 'push'], [30_000, 'Sam', 'push'], [60_000, 'Sam', 'push'], [120_000, 'Sam', 'push']]);
    expect(preview?.messages.find(({ lastResort }) => lastResort)).toMatchObject({ name: 'Ada', at: noon + 300_000 });
  });

  it('hands off to the policies that are saved', () => {
    const typed = samplePolicy({ id: 'new', rounds: 1, handOffTo: 'operations', steps: [{ targets: [{ kind: 'person', userId: 'ada' }], delaySeconds: 60 }] });
    expect(previewOf(typed, undefined, 'SEV1', known, noon)?.words.map(({ text }) => text).join(' ')).toContain('Operations');
  });

  it('is nothing while nobody is named', () => {
    expect(previewOf(pagingPart(newPolicyDraft('new', 'UTC')), undefined, 'SEV1', known, noon)).toBeNull();
  });
});

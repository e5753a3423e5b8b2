import { describe, expect, it } from 'vitest';
import { aDestination, aPlan, planFactsOf, slack } from './forTests';
import { channelName } from './channel';
import { planFor } from './planFor';

describe('the plan of an incident', () => {
  it.each([
    ['the one that names the service', [aPlan({ id: 'all' }), aPlan({ id: 'own', serviceIds: ['checkout'] })], 'own'],
    ['the one for all services where none names it', [aPlan({ id: 'other', serviceIds: ['login'] }), aPlan({ id: 'all' })], 'all'],
    ['none that is off', [aPlan({ enabled: false })], null],
    ['none for another severity', [aPlan({ severities: ['SEV2', 'SEV3'] })], null],
    ['the first by name of two', [aPlan({ id: 'b', name: 'B' }), aPlan({ id: 'a', name: 'A' })], 'a'],
  ])('is %s', (_what, plans, planId) => {
    expect(planFor('SEV1', 'checkout', planFactsOf({ plans })).planId).toBe(planId);
  });

  it.each([
    ['SEV1', ['page', 'openChannel', 'draftStatusUpdate']], ['SEV2', ['openChannel', 'draftStatusUpdate']], ['SEV3', ['draftStatusUpdate']], ['SEV4', []],
  ] as const)('of %s is its own default where nobody wrote one', (severity, kinds) => {
    const { planId, name, steps } = planFor(severity, 'checkout', planFactsOf());
    expect([planId, name, steps.map(({ kind }) => kind)]).toEqual([null, `Default of ${severity}`, kinds]);
  });
});

describe('the channel of a default plan', () => {
  const channelOf = (fields: Parameters<typeof planFactsOf>[0]) => planFor('SEV2', 'checkout', planFactsOf(fields)).steps[0];

  it('is created in Slack where that is connected, with the channel that follows the service behind it', () => {
    expect(channelOf({ chat: { slack }, destinations: { ops: aDestination('ops', 'teams') } })).toEqual({ kind: 'openChannel', how: { by: 'createSlack' }, backupId: 'ops' });
  });

  it('is the first one that follows the service, and is on, and is a chat', () => {
    const destinations = Object.fromEntries([
      aDestination('a', 'webhook'), aDestination('b', 'slack', { enabled: false }), aDestination('c', 'slack', { serviceIds: ['login'] }), aDestination('e', 'slack'), aDestination('d', 'teams'),
    ].map((each) => [each.id, each]));
    expect(channelOf({ destinations })).toMatchObject({ how: { by: 'post', destinationId: 'd' }, backupId: null });
  });
});

describe('the name of a channel', () => {
  it.each([
    ['Checkout', '', 'inc-k7q2md-checkout'], ['Café & Zürich  (EU)', '', 'inc-k7q2md-cafe-zurich-eu'], ['支払い', '', 'inc-k7q2md'], ['Checkout', '-2', 'inc-k7q2md-checkout-2'],
    ['x'.repeat(100), '-2', `inc-k7q2md-${'x'.repeat(67)}-2`],
  ])('of %s%s', (service, again, name) => {
    const made = channelName('INC-K7Q2MD', service, again);
    expect([made, made.length <= 80]).toEqual([name, true]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Resolved } from '../incident/incident';
import { noon, sampleIncident } from '../samples';
import { DAY } from '../time/instant';
import { ended } from './forTests';
import { similarTo } from './similar';

const now = ended({ alertNames: ['CheckoutDown'], title: 'Now' });
let count = 0;
const earlier = (fields: Partial<Resolved> = {}, daysAgo = 1): Resolved => {
  const base = ended();
  return { ...base, id: `INC-AAAA${String((count += 1)).padStart(2, '0')}`, title: 'Earlier', alertNames: [], verdict: null, clocks: { ...base.clocks, triggeredAt: noon - daysAgo * DAY }, ...fields };
};
const cause = (words: string) => ({ verdict: { kind: 'real' as const, cause: words, by: 'Sam', at: noon } });

describe('an earlier incident', () => {
  it.each<[string, Resolved, boolean]>([
    ['with the same alert', earlier({ alertNames: ['checkoutdown'] }), true], ['with the words of its cause', earlier(cause('Pools of connections: full connection pool')), true], ['with one word of a short cause', earlier(cause('Connection')), true],
    ['with one word of long causes', earlier(cause('A connection to the mail gateway timed out over night')), false], ['with empty words alone', earlier(cause('The problem was there again')), false],
    ['with the same title', earlier({ title: 'now' }), true], ['with nothing in common', earlier(), false], ['of another service', earlier({ alertNames: ['CheckoutDown'], serviceId: 'search' }), false],
    ['that came after it', earlier({ alertNames: ['CheckoutDown'] }, -1), false], ['that went on in another', earlier({ alertNames: ['CheckoutDown'], mergedInto: 'INC-K7Q2ME' }), false],
    ['that was a drill', earlier({ alertNames: ['CheckoutDown'], drillId: 'd' }), false],
  ])('%s', (_name, other, expected) => { expect(similarTo(now, [other]).length > 0).toBe(expected); });

  it('is none where this one is a drill', () => { expect(similarTo({ ...now, drillId: 'd' }, [earlier({ alertNames: ['CheckoutDown'] })])).toEqual([]); });

  it('is not itself, nor one that goes on', () => { expect(similarTo(now, [now, { ...sampleIncident(), id: 'INC-BBBBBB', alertNames: ['CheckoutDown'] }])).toEqual([]); });

  it('says why; most in common first, then the newest, five at most', () => {
    const [alert, both, older] = [earlier({ alertNames: ['CheckoutDown'] }, 2), earlier({ alertNames: ['CheckoutDown'], ...cause('The connection pool ran full') }, 30), earlier({ alertNames: ['CheckoutDown'] }, 3)];
    const found = similarTo(now, [older, alert, both]);
    expect(found.map(({ incident }) => incident.id)).toEqual([both.id, alert.id, older.id]);
    expect(found[0]?.why).toEqual(['the same alert: CheckoutDown', 'the same words of the cause: connection, pool, full']);
    expect(similarTo(now, Array.from({ length: 9 }, () => earlier({ alertNames: ['CheckoutDown'] })))).toHaveLength(5);
  });
});

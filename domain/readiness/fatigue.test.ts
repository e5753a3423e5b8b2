import { describe, expect, it } from 'vitest';
import { sampleNotification, samplePerson } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { fatigueTelling, type Page, pagesSince } from './fatigue';
import { samsMonday, team } from './forTests';

const facts = team();
const shift = { scheduleId: 'weekly', userId: 'sam', startAt: samsMonday, endAt: samsMonday + 7 * DAY };
/** Tuesday 13 January 2026, 22:00 UTC, and 03:00 after it. */
const evening = samsMonday + DAY + 13 * HOUR;
const three = evening + 5 * HOUR;

const page = (incident: number, at: number, fields: Partial<Page> = {}): Page => sampleNotification({ incidentId: `INC-AAAAA${incident}`, createdAt: at, sentAt: at, ...fields });
const threePages = [page(1, evening + HOUR), page(2, evening + 2 * HOUR), page(3, evening + 4 * HOUR)];

describe('pages of a night', () => {
  it('the links of one chain are one page; what was quiet, unsent or earlier is none', () => {
    const pages = [
      page(1, evening), page(1, evening + 1), page(1, evening + HOUR, { episode: 2 }), page(1, evening + HOUR, { cause: '1.0', episode: 2 }),
      page(2, evening - 1), page(3, three, { urgency: 'low' }), page(4, three, { sentAt: null }), page(5, three, { kind: 'notice' }),
    ];
    expect(pagesSince(pages, evening)).toBe(3);
  });
});

describe('the offer', () => {
  it('after three pages, to whoever is next in the policy, for the rest of the night', () => {
    expect(fatigueTelling(shift, threePages, facts, three)).toEqual({
      userId: 'sam', cause: `fatigue.${evening}`, title: 'You were paged 3 times tonight', body: 'Ask Lee to take the rest of the night?',
      url: `/on-call?offer=weekly&to=lee&until=${evening + 9 * HOUR}`, channel: 'push', loud: false,
    });
  });

  it('ends with the shift, and names somebody else of the schedule where nobody is next', () => {
    const alone = team({}, { policies: { policy: { id: 'policy', name: 'P', rounds: 1, steps: [{ targets: [{ kind: 'schedule', scheduleId: 'weekly' }], delaySeconds: 60 }] } } });
    expect(fatigueTelling({ ...shift, endAt: three + HOUR }, threePages, alone, three)).toMatchObject({ body: 'Ask Priya to take the rest of the night?', url: `/on-call?offer=weekly&to=priya&until=${three + HOUR}` });
  });

  it('not after two, not by day, and not where nobody is there to ask', () => {
    expect(fatigueTelling(shift, threePages.slice(1), facts, three)).toBeNull();
    expect(fatigueTelling(shift, threePages, facts, evening + 9 * HOUR)).toBeNull();
    const inTokyo = team({}, { people: { ...facts.people, sam: samplePerson('sam', { timeZone: 'Asia/Tokyo' }) } });
    expect(fatigueTelling(shift, threePages, inTokyo, three)).toBeNull();
    const nobody = team({ layers: facts.schedules.weekly?.layers.map((layer) => ({ ...layer, participants: ['sam'] })) ?? [] }, { policies: {} });
    expect(fatigueTelling(shift, threePages, nobody, three)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { type Followed, followedAs, following, follows, unfollowing } from './subscription';

const incident = { id: 'INC-K7Q2MD', serviceId: 'checkout' };
const nothing: Followed = { services: [], incidents: [], by: [] };

describe('an incident', () => {
  it.each([
    { what: 'nothing', given: nothing, as: null, told: false },
    { what: 'all services', given: { ...nothing, services: null, by: ['push'] }, as: 'all', told: true },
    { what: 'its service', given: { ...nothing, services: ['checkout'], incidents: [incident.id], by: ['email'] }, as: 'service', told: true },
    { what: 'another service', given: { ...nothing, services: ['search'], by: ['email'] }, as: null, told: false },
    { what: 'it alone', given: { ...nothing, incidents: [incident.id], by: ['email'] }, as: 'incident', told: true },
    { what: 'it alone, by no way', given: { ...nothing, incidents: [incident.id] }, as: 'incident', told: false },
  ] satisfies { what: string; given: Followed; as: string | null; told: boolean }[])('of who follows $what', ({ given, as, told }) => {
    expect(followedAs(given, incident)).toBe(as);
    expect(follows(given, incident)).toBe(told);
  });

  it('is followed by the ways that were chosen before, else by those offered', () => {
    expect(following(nothing, incident.id, ['email', 'push'])).toEqual({ services: [], incidents: [incident.id], by: ['email', 'push'] });
    expect(following({ ...nothing, by: ['push'] }, incident.id, ['email']).by).toEqual(['push']);
  });

  it('is followed once, and left again without losing the rest', () => {
    const twice = following(following({ services: ['search'], incidents: ['INC-AAAAAA'], by: ['push'] }, incident.id, []), incident.id, []);
    expect(twice.incidents).toEqual(['INC-AAAAAA', incident.id]);
    expect(unfollowing(twice, incident.id)).toEqual({ services: ['search'], incidents: ['INC-AAAAAA'], by: ['push'] });
  });

  it('pushes the oldest out where there are fifty', () => {
    const full = { ...nothing, incidents: Array.from({ length: 50 }, (_, n) => `INC-${n}`) };
    const { incidents } = following(full, incident.id, ['push']);
    expect(incidents).toHaveLength(50);
    expect([incidents[0], incidents.at(-1)]).toEqual(['INC-1', incident.id]);
  });
});

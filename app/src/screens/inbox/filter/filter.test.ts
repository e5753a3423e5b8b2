import { describe, expect, it } from 'vitest';
import { sampleSchedule } from '#domain/samples';
import { facts } from '../../../incidentForTests';
import { acknowledged, triggered } from '../samplesForTests';
import { servicesToChoose, tagsToChoose } from './choices';
import { countOf, Filter, filtered, filterIn, fits, isOfTeam, noFilter, toggled, withFilter } from './filter';
import type { TeamFacts } from './filter';

const team = (memberIds: string[]) => ({ id: 'platform', name: 'Platform', memberIds });
const known: TeamFacts = { ...facts, teams: { platform: team(['priya']) }, schedules: { weekly: sampleSchedule('weekly', ['priya']) } };
const paging = (target: object) => triggered({ escalation: { ...triggered().escalation, policy: { id: 'p', name: 'P', rounds: 1, steps: [{ targets: [target], delaySeconds: 60 }] } } } as object);

describe('a filter', () => {
  const incident = triggered({ severity: 'SEV2', serviceId: 'checkout', tags: ['eu', 'payment'] });
  it.each<[string, Partial<Filter>, boolean]>([
    ['nothing asked', {}, true],
    ['its severity', { severities: ['SEV2'] }, true],
    ['one of several', { severities: ['SEV1', 'SEV2'] }, true],
    ['another severity', { severities: ['SEV1'] }, false],
    ['its service', { services: ['checkout'] }, true],
    ['another service', { services: ['identity'] }, false],
    ['a tag it has', { tags: ['us', 'eu'] }, true],
    ['a tag it has not', { tags: ['us'] }, false],
    ['all kinds at once', { severities: ['SEV2'], services: ['identity'] }, false],
    ['a team that is not known here', { teams: ['gone'] }, true],
    ['a team that it is not of', { teams: ['platform'] }, false],
  ])('%s', (_, asked, expected) => {
    expect(fits(incident, { ...noFilter, ...asked }, known)).toBe(expected);
  });

  it('never hides what pages the reader, and counts what it hides', () => {
    const mine = triggered({ id: 'INC-AAAAAA', severity: 'SEV4' });
    const others = triggered({ id: 'INC-BBBBBB', severity: 'SEV4', responders: [] });
    expect(filtered([mine, others], { ...noFilter, severities: ['SEV1'] }, known, 'ada')).toEqual({ shown: [mine], hidden: 1 });
  });

  it('takes a choice in and out', () => {
    const chosen = toggled(toggled(noFilter, 'severities', 'SEV1'), 'tags', 'eu');
    expect([chosen, countOf(chosen)]).toEqual([{ ...noFilter, severities: ['SEV1'], tags: ['eu'] }, 2]);
    expect(toggled(chosen, 'severities', 'SEV1')).toEqual({ ...noFilter, tags: ['eu'] });
  });
});

describe('a team has an incident', () => {
  it.each([
    ['whose policy pages the team', paging({ kind: 'team', teamId: 'platform' }), true],
    ['whose policy pages one of its people', paging({ kind: 'person', userId: 'priya' }), true],
    ['whose policy pages a schedule of its people', paging({ kind: 'schedule', scheduleId: 'weekly' }), true],
    ['that one of its people has', acknowledged({}, { userId: 'priya', name: 'Priya' }), true],
    ['that paged one of its people', triggered({ responders: [{ userId: 'priya', name: 'Priya', state: 'paged', at: 0 }] }), true],
    ['in which one of its people is a deputy', triggered({ roles: [{ role: 'scribe', userId: 'ada', name: 'Ada', deputy: { userId: 'priya', name: 'Priya' }, since: 0 }] }), true],
    ['of others', paging({ kind: 'person', userId: 'ada' }), false],
  ])('%s', (_, incident, expected) => {
    expect(isOfTeam(incident, 'platform', known)).toBe(expected);
  });

  it('counts people by their own teams too', () => {
    const [ada] = Object.values(facts.people);
    if (ada === undefined) throw new Error('nobody in the sample');
    expect(isOfTeam(triggered(), 'platform', { ...known, people: { ada: { ...ada, teamIds: ['platform'] } } })).toBe(true);
  });
});

describe('in an address', () => {
  it('goes there and comes back, and leaves the rest of it alone', () => {
    const filter = Filter.parse({ severities: ['SEV1', 'SEV3'], services: ['a&b'], teams: ['platform'], tags: ['eu', 'ä b'] });
    const search = withFilter('?from=mail&severity=SEV4', filter);
    expect(new URLSearchParams(search).get('from')).toBe('mail');
    expect(filterIn(search)).toEqual(filter);
    expect(withFilter(search, noFilter)).toBe('?from=mail');
    expect(withFilter('?severity=SEV1', noFilter)).toBe('');
  });

  it.each(['', '?from=mail', '?severity=SEV9', '?service=', `?tag=${'x'.repeat(200)}`])('is not there: %s', (search) => {
    expect(filterIn(search)).toBeNull();
  });
});

describe('what there is to choose', () => {
  const service = (id: string) => ({ id, name: id.toUpperCase() });
  it('is every service where they are few, also one that is known by its incident alone', () => {
    expect(servicesToChoose([service('b'), service('a')], [triggered({ serviceId: 'c', serviceName: 'C' })], []).near.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('is those with incidents and the chosen ones where they are many', () => {
    const many = Array.from({ length: 20 }, (_, index) => service(`s${String(index).padStart(2, '0')}`));
    const { near, others } = servicesToChoose(many, [triggered({ serviceId: 's07', serviceName: 'S07' })], ['s03']);
    expect([near.map(({ id }) => id), others.length]).toEqual([['s03', 's07'], 18]);
  });

  it('is the tags, the most frequent first, the chosen before them', () => {
    expect(tagsToChoose([triggered({ tags: ['eu', 'db'] }), triggered({ tags: ['db'] })], ['gone'])).toEqual(['gone', 'db', 'eu']);
  });
});

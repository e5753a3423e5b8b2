import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time/instant';
import { componentDraftOf, componentOf, groupNames } from './componentDraft';
import { aComponent, aMaintenance, aNotice, anUpdate, noon } from './noticesForTests';
import { statesNow } from './statesNow';
import { firstWords, groupsOf, isOverMaintenance, standingOf, touchedNames } from './views';
import { noticeWords, plannedWords, severitiesWords } from './words';

const draft = { phase: 'identified', text: 'Words', by: null, at: noon } as const;
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

describe('the notices as a person looks for them', () => {
  it('has the draft that waits longest in front; one that is public already stands in both lists', () => {
    const { waiting, open } = standingOf([
      aNotice({ id: 'late', draft: { ...draft, at: noon + HOUR }, publishedAt: null, updates: [] }), aNotice({ id: 'both', draft }), aNotice({ id: 'open', startedAt: noon + 1 }),
    ], noon);
    expect([ids(waiting), ids(open)]).toEqual([['both', 'late'], ['open', 'both']]);
  });

  it('has what was resolved within two weeks, the last first', () => {
    const resolved = (id: string, ago: number) => aNotice({ id, resolvedAt: noon - ago });
    expect(ids(standingOf([resolved('long ago', 15 * DAY), resolved('before', 2 * DAY), resolved('last', HOUR)], noon).over)).toEqual(['last', 'before']);
  });

  it('has maintenance that is on or comes, the next first', () => {
    const planned = [aMaintenance({ id: 'later', startsAt: noon + DAY, endsAt: noon + 2 * DAY }), aMaintenance({ id: 'next' }), aMaintenance({ id: 'cancelled', cancelledAt: noon }), aMaintenance({ id: 'past', endsAt: noon })];
    expect(ids(standingOf(planned, noon).planned)).toEqual(['next', 'later']);
    expect(planned.map((one) => isOverMaintenance(one, noon))).toEqual([false, false, true, true]);
  });
});

describe('how a component is now', () => {
  const api = aComponent();
  const now = (notices: Parameters<typeof statesNow>[1], at = noon, component = api) => statesNow([component], notices, at).get('api');

  it.each([
    ['operational where nothing is published', now([]), 'operational'],
    ['as an open notice says', now([aNotice()]), 'degraded'],
    ['not as a draft says that nobody has published', now([aNotice({ publishedAt: null, updates: [], draft })]), 'operational'],
    ['not as a notice says that is over', now([aNotice({ resolvedAt: noon })]), 'operational'],
    ['under maintenance while that runs', now([aMaintenance()], noon + HOUR), 'maintenance'],
    ['not under maintenance before, or once it is cancelled', now([aMaintenance(), aMaintenance({ startsAt: noon, cancelledAt: noon })]), 'operational'],
    ['as it was set by hand, whatever is published', now([aNotice()], noon, aComponent({ held: { state: 'majorOutage', by: 'Ada', since: noon } })), 'majorOutage'],
  ])('is %s', (_what, state, expected) => { expect(state).toBe(expected); });
});

describe('components', () => {
  it('stand in groups where the first of each stands', () => {
    const all = [aComponent({ id: 'db', position: 3, group: 'Core' }), aComponent({ id: 'web', position: 1, group: 'Shop' }), aComponent({ id: 'app', position: 2 }), aComponent({ id: 'pay', position: 9, group: 'Shop' })];
    expect(groupsOf(all).map(({ name, components }) => [name, ids(components)])).toEqual([['Shop', ['web', 'pay']], ['', ['app']], ['Core', ['db']]]);
    expect(groupNames(all)).toEqual(['Core', 'Shop']);
  });

  it('begin behind all others, and take the services that touch them', () => {
    const services = [{ id: 'checkout', statusComponentId: 'api' }, { id: 'search', statusComponentId: null }];
    expect(componentDraftOf(null, [aComponent({ position: 7 })], services)).toMatchObject({ name: '', place: '8', serviceIds: [] });
    expect(componentDraftOf(aComponent(), [], services)).toMatchObject({ name: 'API service', serviceIds: ['checkout'] });
  });

  it.each([['', '1', 'name'], ['API', '', 'position'], ['API', '1.5', 'position'], ['API', '1001', 'position'], ['API', '-1', 'position']])('named "%s" at "%s" lack what %s needs', (name, place, path) => {
    expect(componentOf({ name, place, description: '', group: '', serviceIds: [] })).toEqual({ issues: [{ path, message: expect.any(String) as string }] });
  });

  it('are sent without the space around what was typed', () => {
    expect(componentOf({ name: ' API ', place: '3', description: ' d ', group: ' g ', serviceIds: ['checkout'] })).toEqual({ name: 'API', position: 3, description: 'd', group: 'g', serviceIds: ['checkout'] });
  });

  it('of a notice are named as they are called now, and counted where they are gone', () => {
    const touched = [{ componentId: 'gone' }, { componentId: 'api' }];
    expect(touchedNames(touched, [aComponent()])).toBe('API service, a removed component');
    expect(touchedNames([...touched, { componentId: 'also' }], [aComponent()])).toBe('API service, 2 removed components');
  });
});

describe('words', () => {
  it('cut a text at a space, never within a word', () => {
    expect(firstWords('Short.\n\nAnd more.', 40)).toBe('Short. And more.');
    expect(firstWords('We are looking for the cause of it', 20)).toBe('We are looking for …');
  });

  it('say how far a notice is', () => {
    expect(noticeWords(aNotice({ updates: [] }), noon, 'UTC')).toBe('Not public yet');
    expect(noticeWords(aNotice(), noon, 'UTC')).toBe('Investigating, 12:00');
    expect(noticeWords(aNotice({ resolvedAt: noon, updates: [anUpdate({ phase: 'resolved' })] }), noon, 'UTC')).toBe('Resolved, 12:00 · no summary yet');
  });

  it('say when maintenance is', () => {
    expect(plannedWords(aMaintenance(), noon, 'UTC')).toBe('13:00 to 14:00');
    expect(plannedWords(aMaintenance(), noon + HOUR, 'UTC')).toBe('On until 14:00');
    expect(plannedWords(aMaintenance(), noon + 2 * HOUR, 'UTC')).toBe('Over since 14:00');
    expect(plannedWords(aMaintenance({ cancelledAt: noon }), noon, 'UTC')).toBe('Cancelled 12:00');
  });

  it.each([[[], ''], [['SEV1'], 'SEV1'], [['SEV2', 'SEV1'], 'SEV1 and SEV2'], [['SEV1', 'SEV2', 'SEV3'], 'SEV1, SEV2 and SEV3']] as const)('name severities: %s', (severities, words) => {
    expect(severitiesWords(severities)).toBe(words);
  });
});

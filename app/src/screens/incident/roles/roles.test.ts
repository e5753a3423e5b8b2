import { describe, expect, it } from 'vitest';
import { anIncident, facts } from '../../../incidentForTests';
import { peopleToChoose } from './peopleToChoose';
import { heldWords, lacksCommander, roleRows, rolesToGive } from './roleRows';

const HOUR = 3_600_000;
const held = (role: 'incidentCommander' | 'technicalResponder', userId: string, name: string) => ({ role, userId, name, deputy: null, since: 0 });

describe('the rows of the roles', () => {
  it('shows what is proposed and what is held, in the order of the roles, one row per person of a shared one', () => {
    const rows = roleRows([held('technicalResponder', 'sam', 'Sam'), held('technicalResponder', 'ada', 'Ada')], ['incidentCommander', 'technicalResponder'], 'ada');
    expect(rows.map(({ key, isMine }) => [key, isMine])).toEqual([['incidentCommander', false], ['technicalResponder:sam', false], ['technicalResponder:ada', true]]);
  });

  it('shows a role that is held though nobody proposes it', () => {
    expect(roleRows([held('incidentCommander', 'sam', 'Sam')], [], 'ada').map(({ role }) => role)).toEqual(['incidentCommander']);
  });

  it('gives again only what several may have', () => {
    expect(rolesToGive([held('incidentCommander', 'sam', 'Sam'), held('technicalResponder', 'sam', 'Sam')]))
      .toEqual(['incidentManager', 'communicationsLead', 'scribe', 'technicalResponder', 'subjectMatterExpert']);
  });

  it.each([
    [{ deputy: null, since: 60_000 }, 'sam', 'Ada · since 00:01'], [{ deputy: { userId: 'sam', name: 'Sam' }, since: 60_000 }, 'sam', 'Ada · deputy you · since 00:01'],
    [{ deputy: { userId: 'sam', name: 'Sam' }, since: 0 }, 'ada', 'You · deputy Sam'],
  ])('says who has it: %j for %s', (part, userId, words) => {
    expect(heldWords({ ...held('incidentCommander', 'ada', 'Ada'), ...part }, { userId, zone: 'UTC' }, 120_000)).toBe(words);
  });
});

describe('the question who commands', () => {
  const incident = anIncident();
  it.each([
    ['after an hour', incident, HOUR, true], ['not before', incident, HOUR - 1, false], ['not of a SEV3', anIncident({ severity: 'SEV3' }), HOUR, false],
    ['not where somebody does', { ...incident, roles: [held('incidentCommander', 'sam', 'Sam')] }, HOUR, false], ['not when it is over', { ...incident, status: 'resolved' as const }, HOUR, false],
  ])('%s', (_, asked, now, lacks) => {
    expect(lacksCommander(asked, now)).toBe(lacks);
  });
});

describe('whom one can choose', () => {
  const outsider = { ...facts.people.sam, id: 'bea', name: 'Bea' } as NonNullable<typeof facts.people.sam>; // Sam exists in the fixture.
  const people = { ...facts.people, bea: outsider, eve: { ...outsider, id: 'eve', name: 'Eve', role: 'stakeholder' as const } };

  it('names the reader first, then who is in it, then the others; nobody who may not act', () => {
    const all = peopleToChoose(people, { responders: [{ userId: 'sam', name: 'Sam', state: 'seen', at: 0 }] }, 'ada', '', []);
    expect(all).toEqual([{ userId: 'ada', name: 'Ada (you)', detail: '' }, { userId: 'sam', name: 'Sam', detail: 'seen' }, { userId: 'bea', name: 'Bea', detail: '' }]);
  });

  it('narrows by what is typed and leaves out who has it', () => {
    expect(peopleToChoose(people, { responders: [] }, 'ada', ' SA', []).map(({ userId }) => userId)).toEqual(['sam']);
    expect(peopleToChoose(people, { responders: [] }, 'ada', '', ['ada', 'bea']).map(({ userId }) => userId)).toEqual(['sam']);
  });
});

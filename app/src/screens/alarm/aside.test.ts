import { afterEach, expect, it, vi } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { acknowledge, release } from '#domain/incident/take';
import { anIncident, facts } from '../../incidentForTests';
import { currentAside, isAside, isGivenBack, putAside, putAsideAfterRelease } from './aside';

afterEach(() => { vi.restoreAllMocks(); });

it('puts aside the pages that were there, never a newer one', () => {
  const aside = new Map([['INC-K7Q2MD', 5_000]]);
  expect(isAside(aside, 'INC-K7Q2MD', 4_000)).toBe(true);
  expect(isAside(aside, 'INC-K7Q2MD', 5_000)).toBe(true);
  expect(isAside(aside, 'INC-K7Q2MD', 5_001)).toBe(false);
  expect(isAside(aside, 'INC-000000', 4_000)).toBe(false);
});

it('goes by the newest page put aside, whatever the clock of the device says', () => {
  vi.spyOn(Date, 'now').mockReturnValue(9_000_000);
  putAside('INC-AAAAAA', [{ createdAt: 3_000 }, { createdAt: 7_000 }]);
  putAside('INC-AAAAAA', [{ createdAt: 3_000 }]);
  expect(isAside(currentAside(), 'INC-AAAAAA', 7_000)).toBe(true);
  expect(isAside(currentAside(), 'INC-AAAAAA', 7_001)).toBe(false);
});

it('a release puts aside the page that it makes itself, and none that comes later', () => {
  const taken = acknowledge(anIncident(), { userId: 'ada', name: 'Ada' }, defaultSeverityPolicy, 1_000);
  if (taken.kind !== 'done') throw new Error(taken.code);
  const given = release(taken.turn.incident, facts, 2_000);
  if (given.kind !== 'done') throw new Error(given.code);
  const { id: incidentId, escalation: { episode } } = given.turn.incident;
  const [own] = given.turn.requests;
  expect(isGivenBack({ incidentId, episode, cause: own?.cause ?? '' })).toBe(false);
  putAsideAfterRelease(taken.turn.incident);
  expect(isGivenBack({ incidentId, episode, cause: own?.cause ?? '' })).toBe(true);
  expect(isGivenBack({ incidentId, episode, cause: '1.0' })).toBe(false);
  expect(isGivenBack({ incidentId, episode: episode + 1, cause: own?.cause ?? '' })).toBe(false);
});

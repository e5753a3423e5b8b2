import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time/instant';
import { aComponent, aMaintenance, noon } from '../noticesForTests';
import { hoursOf, type MaintenanceDraft, maintenanceDraftOf, maintenanceOf, ofExisting } from './maintenanceDraft';

const zone = 'Europe/Berlin';
const full = maintenanceDraftOf(aMaintenance(), noon, zone);

describe('planned maintenance while it is typed', () => {
  it('begins tomorrow at the next full hour by the reader’s clock, for two hours', () => {
    expect(maintenanceDraftOf(null, noon + 1, zone)).toMatchObject({ startsAt: '2026-11-22T14:00', endsAt: '2026-11-22T16:00' });
  });

  it('is announced as it was typed, and comes back unchanged', () => {
    expect(full).toEqual({ title: 'The database moves', componentIds: ['api'], startsAt: '2026-11-21T14:00', endsAt: '2026-11-21T15:00', text: 'It is slow meanwhile.' });
    expect(maintenanceOf(full, zone)).toEqual({ title: 'The database moves', components: [{ componentId: 'api', state: 'maintenance' }], startsAt: noon + HOUR, endsAt: noon + 2 * HOUR, text: 'It is slow meanwhile.' });
  });

  it('names no component that was removed since, and is not announced where none is left', () => {
    const draft = { ...full, componentIds: ['gone', 'api'] };
    expect(ofExisting(draft, [aComponent()])).toEqual(full);
    expect(maintenanceOf(ofExisting(draft, [aComponent({ id: 'other' })]), zone)).toEqual({ issues: [{ path: 'components', message: 'Choose at least one component.' }] });
  });

  it('ends at the last of two same hours where clocks are set back', () => {
    const night = hoursOf({ startsAt: '2026-10-25T02:30', endsAt: '2026-10-25T02:30' }, zone);
    expect(night && night.endsAt - night.startsAt).toBe(HOUR);
  });

  it.each<[string, Partial<MaintenanceDraft>]>([
    ['title', { title: ' ' }], ['components', { componentIds: [] }], ['startsAt', { startsAt: '' }], ['endsAt', { endsAt: '' }], ['endsAt', { endsAt: full.startsAt }], ['text', { text: '' }],
  ])('is not announced with a wrong %s', (path, wrong) => {
    const typed = maintenanceOf({ ...full, ...wrong }, zone);
    expect('issues' in typed && typed.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('has a whole day between tomorrow and now', () => {
    const hours = hoursOf(maintenanceDraftOf(null, noon, 'UTC'), 'UTC');
    expect(hours?.startsAt).toBe(noon + DAY);
  });
});

import { noon } from '../samples';
import { HOUR, type Instant } from '../time/instant';
import type { StatusComponent } from './component';
import type { IncidentNotice, MaintenanceNotice } from './notice';
import { defaultStatusPage } from './notice';
import type { Makings } from './pageAt';
import { publishUpdate, type Publishing } from './publish';
import type { PublicMaintenance, PublicNotice } from './publicStatus';
import { shownMaintenance, shownNotice } from './shown';

// Samples for tests, and nothing else imports them.

export const component = (id: string, fields: Partial<StatusComponent> = {}): StatusComponent => ({ id, name: `The ${id}`, description: '', group: '', position: 0, held: null, ...fields });
export const components = [component('api'), component('web')];

/** An update as a person sends it. */
export const publishing = (fields: Partial<Publishing> = {}): Publishing => ({
  noticeId: 'notice-0001', updateId: 'u1', incident: null, title: 'Payments fail', components: [{ componentId: 'api', state: 'majorOutage' }], phase: 'investigating', text: 'We look for the cause.', seen: 0, ...fields,
});

/** A notice that is open, published at `now`. */
export function openNotice(fields: Partial<Publishing> = {}, now: Instant = noon): IncidentNotice {
  const published = publishUpdate(undefined, publishing(fields), now);
  if (published.kind !== 'done') throw new Error(published.kind);
  return published.notice;
}

export function shown(notice: IncidentNotice, known: readonly StatusComponent[] = components): PublicNotice {
  const found = shownNotice(notice, known);
  if (found === null) throw new Error('nothing of it is public');
  return found;
}

export const maintenanceNotice = (fields: Partial<MaintenanceNotice> = {}): MaintenanceNotice => ({
  id: 'maintenance-1', title: 'New disks', createdAt: noon, kind: 'maintenance', components: [{ componentId: 'api', state: 'maintenance' }], startsAt: noon + HOUR, endsAt: noon + 2 * HOUR, text: 'Slow for a while.',
  updates: [], cancelledAt: null, completedAt: null, ...fields,
});
export const maintenance = (fields: Partial<MaintenanceNotice> = {}): PublicMaintenance => shownMaintenance(maintenanceNotice(fields), components);

export const makings = (fields: Partial<Makings> = {}): Makings => ({ settings: defaultStatusPage, components, notices: [], maintenance: [], ...fields });

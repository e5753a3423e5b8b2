import { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice, MaintenanceNotice, NoticeUpdate } from '#domain/statusPage/notice';

/** Noon of a Saturday (ms since epoch). */
export const noon = Date.UTC(2026, 10, 21, 12);

export const aComponent = (changes: Partial<StatusComponent> = {}): StatusComponent => ({ ...StatusComponent.parse({ id: 'api', name: 'API service' }), ...changes });

export const anUpdate = (changes: Partial<NoticeUpdate> = {}): NoticeUpdate => ({ id: 'first', at: noon, phase: 'investigating', text: 'We are looking.', ...changes });

/** Public since noon with one update, and open. */
export const aNotice = (changes: Partial<IncidentNotice> = {}): IncidentNotice => ({
  id: 'notice-0001', kind: 'incident', title: 'Payments fail', createdAt: noon, incidentId: 'INC-K7Q2MD', severity: 'SEV1', components: [{ componentId: 'api', state: 'degraded' }],
  startedAt: noon, publishedAt: noon, resolvedAt: null, updates: [anUpdate()], draft: null, summary: null, ...changes,
});

/** From an hour after noon, for an hour. */
export const aMaintenance = (changes: Partial<MaintenanceNotice> = {}): MaintenanceNotice => ({
  id: 'notice-0002', kind: 'maintenance', title: 'The database moves', createdAt: noon, components: [{ componentId: 'api', state: 'maintenance' }], startsAt: noon + 3_600_000, endsAt: noon + 7_200_000,
  text: 'It is slow meanwhile.', updates: [], cancelledAt: null, completedAt: null, ...changes,
});

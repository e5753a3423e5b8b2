import { Incident } from '#domain/incident/incident';
import { anIncident } from '../../incidentForTests';

const ada = { userId: 'ada', name: 'Ada' };
const paused = { state: 'paused', was: 'paging', reason: null, remainingMilliseconds: 5_000 } as const;

/** A triggered incident that pages Ada, with any fields that all statuses share. */
export function triggered(fields: Partial<Incident> = {}): Incident {
  return Incident.parse({ ...anIncident(), ...fields });
}

/** The same, in somebody's hands; Ada's unless `owner` says whose. */
export function acknowledged(fields: object = {}, owner: { userId: string | null; name: string } = ada): Incident {
  const { escalation: { policy, episode, round, step }, ...shared } = anIncident();
  return Incident.parse({ ...shared, status: 'acknowledged', owner: { ...owner, at: 0 }, leaseUntil: null, toldAt: null, escalation: { policy, episode, round, step, ...paused }, ...fields });
}

/** The same, with a fix that is watched. */
export function watched(fields: object = {}): Incident {
  const { escalation, ...shared } = acknowledged();
  const { leaseUntil: _lease, toldAt: _told, nudgedAt: _nudged, snoozedUntil: _snoozed, ...rest } = { leaseUntil: null, toldAt: null, nudgedAt: null, snoozedUntil: null, ...shared };
  return Incident.parse({ ...rest, status: 'monitoring', watchUntil: 60_000, escalation, ...fields });
}

/** The same, over. */
export function resolved(fields: object = {}): Incident {
  const { watchUntil: _until, ...shared } = { watchUntil: 0, ...watched() };
  return Incident.parse({ ...shared, status: 'resolved', resolvedBy: { ...ada, at: 0 }, clocks: { ...shared.clocks, resolvedAt: 50_000 }, ...fields });
}

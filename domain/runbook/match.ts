import type { Alert } from '../incident/alert';
import type { Incident } from '../incident/incident';
import type { Runbook } from './runbook';

/** Why a runbook fits: a routing rule or the service named it, its labels are those of an alert, or it is written for the service. */
export type MatchReason = 'rule' | 'labels' | 'service';
export type MatchedRunbook = { runbook: Runbook; why: MatchReason };

/**
 * The runbooks that fit an incident, best first: the one that a rule or its service named; those whose labels one of its alerts has, the more exact ones
 * first; those of its service. A runbook that names services fits no incident of another one by its labels. Of equals an approved one is first.
 */
export function runbooksFor(incident: Pick<Incident, 'serviceId' | 'runbookId'>, alerts: readonly Pick<Alert, 'labels'>[], runbooks: readonly Runbook[]): MatchedRunbook[] {
  const ranked = runbooks.flatMap((runbook): (MatchedRunbook & { rank: number })[] => {
    const services = servicesOf(runbook);
    const labels = Object.entries(runbook.about?.labels ?? {});
    const ofService = services.includes(incident.serviceId);
    if (runbook.id === incident.runbookId) return [{ runbook, why: 'rule', rank: 10_000 }];
    const hit = labels.length > 0 && (ofService || services.length === 0) && alerts.some((alert) => labels.every(([name, wanted]) => isLike(alert.labels[name], wanted)));
    if (hit) return [{ runbook, why: 'labels', rank: 1_000 + labels.length }];
    // One that asks for labels, which no alert has, is for another failure of the same service.
    return ofService ? [{ runbook, why: 'service', rank: labels.length === 0 ? 2 : 1 }] : [];
  });
  const approved = ({ review }: Runbook) => (review.state === 'approved' ? 1 : 0);
  return ranked
    .sort((a, b) => b.rank - a.rank || approved(b.runbook) - approved(a.runbook) || a.runbook.title.localeCompare(b.runbook.title))
    .map(({ runbook, why }) => ({ runbook, why }));
}

/** The services that a runbook is written for. */
export function servicesOf({ serviceIds, about }: Pick<Runbook, 'serviceIds' | 'about'>): string[] {
  return [...new Set([...serviceIds, ...about?.services ?? []])];
}

function isLike(value: string | undefined, wanted: string): boolean {
  // A label called `constructor` is looked up in what every object inherits.
  if (typeof value !== 'string') return false;
  return wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;
}

import { z } from 'zod';
import type { Alert } from '../incident/alert';
import type { Incident } from '../incident/incident';
import { Instant } from '../time/instant';

/** `knownProblems/{id}`: what is known to go wrong, why, and what to do until it is mended. It is shown with every incident of its kind. */
export const KnownProblem = z.strictObject({
  id: z.string(), title: z.string().trim().min(1, 'is needed').max(160), serviceId: z.string().nullable(),
  /** Words of which one stands in the incident's title or in the name or title of one of its alerts; none: every incident of the service. */
  match: z.array(z.string().trim().min(2, 'needs two letters or more').max(80)).max(10),
  cause: z.string().trim().max(1000), workaround: z.string().trim().max(2000),
  ownerId: z.string().nullable(), link: z.url({ protocol: /^https?$/ }).max(2000).nullable(),
  /** Over once it is mended for good. */
  open: z.boolean(), changedAt: Instant,
});
export type KnownProblem = z.infer<typeof KnownProblem>;

type OfIncident = Pick<Incident, 'title' | 'serviceId' | 'alertNames'>;

/** The open problems that this incident looks like, those with a matching word first. A problem of no service and without words is none. */
export function problemsOf(incident: OfIncident, alerts: readonly Pick<Alert, 'title'>[], problems: readonly KnownProblem[]): KnownProblem[] {
  const text = [incident.title, ...incident.alertNames, ...alerts.map(({ title }) => title)].join('\n').toLowerCase();
  const hits = (problem: KnownProblem) => problem.match.filter((words) => text.includes(words.toLowerCase())).length;
  return problems
    .filter((problem) => problem.open && (problem.serviceId === null ? problem.match.length > 0 : problem.serviceId === incident.serviceId))
    .filter((problem) => problem.match.length === 0 || hits(problem) > 0)
    .sort((a, b) => hits(b) - hits(a) || a.title.localeCompare(b.title));
}

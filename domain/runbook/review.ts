import type { Service } from '../service/service';
import { DAY, type Instant } from '../time/instant';
import { servicesOf } from './match';
import type { Runbook } from './runbook';

/** How long a review holds (ms): half a year changes more in a system than its runbook says. */
export const reviewHolds = 180 * DAY;

type By = Runbook['review']['by'];

/** How far a runbook can be relied on. `stale`: it was reviewed once, and the review ran out at `since`. */
export type Standing =
  | { kind: 'draft' }
  | { kind: 'verified' | 'approved'; by: By; at: Instant; until: Instant }
  | { kind: 'stale'; was: 'verified' | 'approved'; by: By; at: Instant; since: Instant };

/** Where a runbook stands at `now` (ms since epoch). */
export function standingOf({ review }: Pick<Runbook, 'review'>, now: Instant): Standing {
  const { state, by, at } = review;
  if (state === 'draft') return { kind: 'draft' };
  const until = at + reviewHolds;
  return now > until ? { kind: 'stale', was: state, by, at, since: until } : { kind: state, by, at, until };
}

/** The services that have no approved runbook whose review still holds at `now` (ms since epoch): named by it, or naming it. */
export function servicesWithout<S extends Pick<Service, 'id' | 'runbookId'>>(services: readonly S[], runbooks: readonly Runbook[], now: Instant): S[] {
  const good = runbooks.filter((runbook) => standingOf(runbook, now).kind === 'approved');
  return services.filter((service) => !good.some((runbook) => runbook.id === service.runbookId || servicesOf(runbook).includes(service.id)));
}

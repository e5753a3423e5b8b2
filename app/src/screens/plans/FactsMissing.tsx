import { Failure, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import type { AppPlanFacts } from './usePlanFacts';

/** What stands where a plan's words would, while not all is known that they are built on: that it loads, or why it can't be read. */
export function FactsMissing({ facts: { failed }, rows, label }: { facts: Pick<AppPlanFacts, 'failed'>; rows: number; label: string }) {
  if (failed === null) return <Skeleton rows={rows} label={label} />;
  return <Failure title={readFailures[failed].title}><p>{readFailures[failed].text}</p></Failure>;
}

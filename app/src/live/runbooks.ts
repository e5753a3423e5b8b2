import { RunbookVersion } from '#domain/runbook/runbook';
import { watchedQuery } from './watch';

/** The newest 50 versions of a runbook, the newest first. Members only. */
export const versionsOf = (runbookId: string) => watchedQuery(
  `runbooks/${runbookId}/versions`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, `runbooks/${runbookId}/versions`), sdk.orderBy('version', 'desc'), sdk.limit(50)),
  RunbookVersion,
);

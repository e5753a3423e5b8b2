import { AuditEntry } from '#domain/audit/auditEntry';
import { watchedQuery } from './watch';

/** The newest changes of the configuration, newest first: a document read for each. Admins only. */
export const auditEntries = (most: number) => watchedQuery(
  `audit:${most}`, ({ sdk, db }) => sdk.query(sdk.collection(db, 'audit'), sdk.orderBy('at', 'desc'), sdk.limit(most)), AuditEntry,
);

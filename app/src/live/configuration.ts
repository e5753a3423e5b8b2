import { EscalationPolicy } from '#domain/escalation/policy';
import { SeverityPolicy } from '#domain/incident/severity';
import { Schedule } from '#domain/oncall/schedule';
import { Runbook } from '#domain/runbook/runbook';
import { Integration, Service } from '#domain/service/service';
import type { z } from 'zod';
import { watchedDocument, watchedQuery } from './watch';

const everyOne = <T>(collection: string, schema: z.ZodType<T>) =>
  watchedQuery(collection, ({ sdk, db }) => sdk.collection(db, collection), schema);

/** What can break. Stakeholders may read it too. */
export const services = everyOne('services', Service);
/** Who is on call when. Members only. */
export const schedules = everyOne('schedules', Schedule);
/** Who is paged after whom. Members only. */
export const policies = everyOne('escalationPolicies', EscalationPolicy);
/** What to do. Members only. */
export const runbooks = everyOne('runbooks', Runbook);
/** What reports. Members only. */
export const integrations = everyOne('integrations', Integration);
/** The one severity policy; null where the defaults hold. Members only. */
export const severities = watchedDocument('settings/severities', SeverityPolicy);

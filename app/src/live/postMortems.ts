import { Incident } from '#domain/incident/incident';
import { MetricsTargets } from '#domain/metrics/targets';
import { PostMortem, SectionVersion } from '#domain/postMortem/postMortem';
import { watchedDocument, watchedQuery } from './watch';

/** As many post-mortems as the library goes through: years of them, where one a week is much. */
const MOST = 300;

/** The newest 300 post-mortems. Members only. */
export const postMortems = watchedQuery('postMortems', ({ sdk, db }) => sdk.query(sdk.collection(db, 'postMortems'), sdk.orderBy('triggeredAt', 'desc'), sdk.limit(MOST)), PostMortem);

/** The post-mortem of an incident; null where there is none. Members only. */
export const postMortem = (incidentId: string) => watchedDocument(`postMortems/${incidentId}`, PostMortem);

/** What its sections said, as they were saved; the newest 100 first. Members only. */
export const sectionVersions = (incidentId: string) => watchedQuery(
  `postMortems/${incidentId}/sections`, ({ sdk, db }) => sdk.query(sdk.collection(db, `postMortems/${incidentId}/sections`), sdk.orderBy('at', 'desc'), sdk.limit(100)), SectionVersion,
);

/** The newest 50 incidents of a service: among them is what an incident may repeat. */
export const incidentsOfService = (serviceId: string) => watchedQuery(
  `incidents:service:${serviceId}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.where('serviceId', '==', serviceId), sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(50)), Incident,
);

/** What is aimed at; null: the defaults hold. Members only. */
export const timeTargets = watchedDocument('settings/metrics', MetricsTargets);

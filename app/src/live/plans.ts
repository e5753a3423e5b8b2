import { ChatSettings, ResponsePlan } from '#domain/plan/plan';
import { PlanRun } from '#domain/plan/planRun';
import { watchedDocument, watchedQuery } from './watch';

/** What is done by itself when an incident begins; the severities' own defaults are in the severity policy. Members only. */
export const responsePlans = watchedQuery('responsePlans', ({ sdk, db }) => sdk.collection(db, 'responsePlans'), ResponsePlan);
/** What a plan did for an incident, step by step; null where nothing has begun. Members only. */
export const planRun = (incidentId: string) => watchedDocument(`planRuns/${incidentId}`, PlanRun);
/** The workspace that channels are opened in; null where nobody has set one up. Members only. */
export const chatSettings = watchedDocument('settings/chat', ChatSettings);

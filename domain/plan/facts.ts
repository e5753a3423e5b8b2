import type { PagingFacts } from '../escalation/targets';
import type { Incident } from '../incident/incident';
import type { Severity, SeverityPolicy } from '../incident/severity';
import type { WarRoomSettings } from '../room/room';
import type { ChatSettings, ResponsePlan } from './plan';

/** What decides what a response plan does; configuration, at most 30 s old. `chat`, `warRoom` null: nobody has set one up. */
export type PlanFacts = PagingFacts & { severities: SeverityPolicy; plans: readonly ResponsePlan[]; chat: ChatSettings | null; warRoom: WarRoomSettings | null };

/** What a plan is carried out for. `incident` null: a dry run, for one of this severity and service that begins now. */
export type About = { severity: Severity; serviceId: string; incident: Incident | null };

/** What a plan is about where there is an incident. */
export const aboutOf = (incident: Incident): About => ({ severity: incident.severity, serviceId: incident.serviceId, incident });

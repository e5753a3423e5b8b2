import { logger } from 'firebase-functions';
import { z } from 'zod';
import { EscalationPolicy } from '#domain/escalation/policy';
import { defaultSeverityPolicy, SeverityPolicy } from '#domain/incident/severity';
import { Schedule } from '#domain/oncall/schedule';
import { type Reach, reachOf } from '#domain/contact/reach';
import { Destination } from '#domain/destination/destination';
import { HolidayCalendar } from '#domain/oncall/holidays';
import { Contact, Person, Team } from '#domain/people/person';
import { defaultReadiness, ReadinessSettings } from '#domain/readiness/shiftReadiness';
import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { RoutingRules } from '#domain/routing/rule';
import { Integration, Service } from '#domain/service/service';
import { db } from '../firebase';
import { channelsSetUp } from '../send/channels';
import { at, read } from './documents';

export const Configuration = z.object({
  people: z.record(z.string(), Person), schedules: z.record(z.string(), Schedule),
  services: z.record(z.string(), Service), policies: z.record(z.string(), EscalationPolicy), severities: SeverityPolicy,
  teams: z.record(z.string(), Team), destinations: z.record(z.string(), Destination), calendars: z.record(z.string(), HolidayCalendar), readiness: ReadinessSettings,
  integrations: z.record(z.string(), Integration), rules: z.record(z.string(), RoutingRules), windows: z.record(z.string(), MaintenanceWindow),
});
/** `reach`: how each person is reached, without an address; `holidays`: local dates by calendar. */
export type Configuration = z.infer<typeof Configuration> & { reach: Record<string, Reach>; holidays: Record<string, readonly string[]> };

const set = Number(process.env.ROUSE_CONFIGURATION_AGE_MS);
/**
 * Configuration may be this old (ms) when it decides: one read per instance and half minute instead of one per page. ROUSE_CONFIGURATION_AGE_MS shortens it
 * for tests, which change configuration between two alerts.
 */
export const configurationAge = set > 0 ? set : 30_000;
let cached: { readAt: number; value: Promise<Configuration> } | undefined;

/** People, schedules, services, policies, integrations, rules, maintenance windows and the severity policy; at most 30 s old. `fresh`: read now, as after a change of it. */
export function configuration(fresh = false): Promise<Configuration> {
  const now = Date.now();
  if (fresh || cached === undefined || now - cached.readAt > configurationAge) {
    const value = readConfiguration();
    cached = { readAt: now, value };
    // A failed read must not be served for half a minute.
    value.catch(() => { cached = undefined; });
  }
  return cached.value;
}

async function readConfiguration(): Promise<Configuration> {
  const [people, schedules, services, policies, integrations, rules, windows, teams, destinations, calendars, severities, readiness] = await Promise.all([
    all('users', Person), all('schedules', Schedule), all('services', Service), all('escalationPolicies', EscalationPolicy),
    all('integrations', Integration), all('routingRules', RoutingRules), all('maintenanceWindows', MaintenanceWindow),
    all('teams', Team), all('destinations', Destination), all('holidayCalendars', HolidayCalendar), at.severities().get(), at.readinessSettings().get(),
  ]);
  const reach = await reachOfAll(Object.keys(people));
  return {
    people, schedules, services, policies, integrations, rules, windows, teams, destinations, calendars, reach,
    holidays: Object.fromEntries(Object.values(calendars).map(({ id, days }) => [id, days.map(({ date }) => date)])),
    severities: read(SeverityPolicy, severities) ?? defaultSeverityPolicy, readiness: read(ReadinessSettings, readiness) ?? defaultReadiness,
  };
}

/** How each of these people is reached. One whose contact can't be read is paged by push, as one without. */
async function reachOfAll(userIds: readonly string[]): Promise<Record<string, Reach>> {
  if (userIds.length === 0) return {};
  const channels = channelsSetUp();
  const snapshots = await db().getAll(...userIds.map((id) => at.contact(id)));
  return Object.fromEntries(userIds.flatMap((id, index) => {
    const snapshot = snapshots[index];
    try {
      const contact = snapshot === undefined ? undefined : read(Contact, snapshot);
      return contact === undefined ? [] : [[id, reachOf(contact, channels)]];
    } catch (error) {
      logger.error(`contact of ${id}`, error);
      return [];
    }
  }));
}

async function all<S extends z.ZodType>(collection: string, schema: S): Promise<Record<string, z.infer<S>>> {
  const { docs } = await db().collection(collection).get();
  return Object.fromEntries(docs.flatMap((snapshot) => {
    try {
      const value = read(schema, snapshot);
      return value === undefined ? [] : [[snapshot.id, value]];
    } catch (error) {
      // One document that was edited into nonsense must not stop everybody's pages.
      logger.error('configuration', error);
      return [];
    }
  }));
}

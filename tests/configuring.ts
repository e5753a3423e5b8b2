import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import type { FieldTest, Outcome, RoutingRule } from '#domain/routing/rule';
import { testEnvironment } from '../scripts/emulators/environment';
import { command, signIn, unique } from './rouse';
import { db } from './store';

let admin: Promise<string> | undefined;
/** The ID token of the seeded admin. */
export const adminToken = (): Promise<string> => (admin ??= signIn('admin'));

type Type = ConfigurationCommand['type'];

/** Sends a command of configuration as the admin; it must be taken. */
export async function configure(type: Type, fields: Record<string, unknown>): Promise<CommandAnswer> {
  const { status, body } = await command(await adminToken(), { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}

export type Refused = { status: number; code: string; paths: string[]; message: string };

/** Sends a command that must be refused; answers why, and the fields that are named. */
export async function refusedOf(type: string, fields: Record<string, unknown>, idToken?: string | null): Promise<Refused> {
  const { status, body } = await command(idToken === undefined ? await adminToken() : idToken, { type, ...fields });
  expect(body.result, `${type} is refused`).toBeUndefined();
  const { message, details } = body.error;
  return { status, code: details.code, paths: (details.issues ?? []).map(({ path }) => path), message };
}

/**
 * Resolves when no process of the suite decides by configuration older than this call. Nothing tells when that is: each process reads anew by its own
 * clock, so its age is waited for. A service that no process has seen yet needs no waiting.
 */
export const configurationIsRead = (): Promise<void> => wait(Number(testEnvironment.ROUSE_CONFIGURATION_AGE_MS) + 50);

export const is = (field: string, value: string): FieldTest => ({ field, operator: 'is', values: [value] });

type Route = Extract<Outcome, { kind: 'route' }>;
const nothing: Route = {
  kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null,
};

/** A rule with an id of its own: these tests (none: every alert), and what it sets. */
export function rule(name: string, tests: readonly FieldTest[], then: Partial<Omit<Route, 'kind'>> | 'suppress', when: Partial<RoutingRule['when']> = {}): RoutingRule {
  return {
    id: unique(), name, enabled: true, when: { match: 'all', tests: [...tests], during: null, atLeast: null, ...when },
    then: then === 'suppress' ? { kind: 'suppress' } : { ...nothing, ...then },
  };
}

/** Saves the rules of a service or an integration. */
export const saveRules = (kind: 'service' | 'integration', id: string, rules: readonly RoutingRule[]): Promise<CommandAnswer> =>
  configure('saveRoutingRules', { scope: { kind, id }, rules });

/** Who changed this document, and what it was before and after, oldest first. */
export async function auditOf(path: string): Promise<Record<string, unknown>[]> {
  const { docs } = await db().collection('audit').where('what', '==', path).get();
  return docs.sort((a, b) => a.createTime.toMillis() - b.createTime.toMillis()).map((entry) => entry.data());
}

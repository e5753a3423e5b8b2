import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { ruleProblems } from '#domain/routing/problems';
import { type RoutingRule, RoutingRules, rulesIdOf, type RuleScope } from '#domain/routing/rule';
import { tested } from '#domain/routing/tested';
import { configuration, type Configuration } from '../store/configuration';
import { at } from '../store/documents';
import { db } from '../firebase';
import { save } from '../store/saved';
import { refusal } from './refusal';
import { storedAlerts } from './storedAlerts';

type Sent<T extends ConfigurationCommand['type']> = Extract<ConfigurationCommand, { type: T }>;

/** How many of the newest events a test looks at. */
const newest = 60;

export async function saveRoutingRules({ scope, rules, commandId }: Sent<'saveRoutingRules'>, sender: Person): Promise<CommandAnswer> {
  const facts = await known(scope);
  await refuseProblems(rules, facts);
  const id = rulesIdOf(scope);
  // A rule that counts is told apart by its id alone.
  const elsewhere = new Set(Object.values(facts.rules).flatMap((list) => (list.id === id ? [] : list.rules.map((rule) => rule.id))));
  const clash = rules.findIndex((rule) => elsewhere.has(rule.id));
  if (clash >= 0) throw refusal('invalid', [{ path: `rules.${clash}.id`, message: 'A rule of another list has this id.' }]);
  await save({ ref: at.routingRules(id), schema: RoutingRules, sender, commandId, change: () => ({ id, scope, rules }) });
  return { outcome: 'done', code: 'saveRoutingRules', message: 'Saved. They decide about what arrives from now on.', savedId: id };
}

/** What a draft of rules makes of the newest events of its scope. */
export async function testRoutingRules({ scope, rules }: Sent<'testRoutingRules'>): Promise<CommandAnswer> {
  const facts = await known(scope);
  const { alerts } = await storedAlerts(scope, facts, newest);
  return {
    outcome: 'unchanged', code: 'testRoutingRules', message: alerts.length === 0 ? 'No event of this scope is stored yet.' : `The newest ${alerts.length} alerts under these rules.`,
    tested: tested(alerts, asked(scope, rules, facts), facts.severities).slice(0, 100),
  };
}

export { dryRunRoutingRules } from './dryRun';

/** The scope's rules as they would be asked: an integration's before its service's. */
export function asked({ kind, id }: RuleScope, rules: readonly RoutingRule[], { integrations, rules: all }: Configuration): readonly RoutingRule[] {
  const serviceId = kind === 'integration' ? integrations[id]?.serviceId : undefined;
  return serviceId === undefined ? rules : [...rules, ...(all[rulesIdOf({ kind: 'service', id: serviceId })]?.rules ?? [])];
}

/** The configuration, with the scope in it. */
export async function known({ kind, id }: RuleScope): Promise<Configuration> {
  const facts = await configuration(true);
  if (kind === 'service' && facts.services[id] === undefined) throw refusal('no-such-service');
  if (kind === 'integration' && facts.integrations[id] === undefined) throw refusal('no-such-integration');
  return facts;
}

async function refuseProblems(rules: readonly RoutingRule[], { services }: Configuration): Promise<void> {
  const { docs } = await db().collection('runbooks').select().get();
  const problems = ruleProblems(rules, { serviceIds: Object.keys(services), runbookIds: docs.map(({ id }) => id) });
  if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
}

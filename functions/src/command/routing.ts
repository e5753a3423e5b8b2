import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { ruleProblems } from '#domain/routing/problems';
import { type RoutingRule, RoutingRules, rulesIdOf, type RuleScope } from '#domain/routing/rule';
import type { TestedAlert } from '#domain/routing/evidence';
import { inOrder, tested } from '#domain/routing/tested';
import { configuration, type Configuration } from '../store/configuration';
import { at } from '../store/documents';
import { db } from '../firebase';
import { save } from '../store/saved';
import { refusal } from './refusal';
import { type Stored, storedAlerts } from './storedAlerts';

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
    tested: underDraft(alerts, scope, rules, facts).slice(0, 100),
  };
}

export { dryRunRoutingRules } from './dryRun';

/**
 * The alerts under a draft of the scope's rules, newest first. An integration's rules are asked before its service's, also where the draft is the service's:
 * what they decide, the draft neither sees nor counts.
 */
function underDraft(alerts: readonly Stored[], scope: RuleScope, draft: readonly RoutingRule[], { integrations, rules, severities }: Configuration): TestedAlert[] {
  const saved = (kind: RuleScope['kind'], id: string) => rules[rulesIdOf({ kind, id })]?.rules ?? [];
  if (scope.kind === 'integration') {
    const serviceId = integrations[scope.id]?.serviceId;
    return tested(alerts, serviceId === undefined ? draft : [...draft, ...saved('service', serviceId)], severities);
  }
  const answers = new Map<Stored, TestedAlert>();
  const answer = (some: readonly Stored[], list: readonly RoutingRule[]) => {
    const newestFirst = inOrder(some).reverse();
    tested(some, list, severities).forEach((each, index) => { const alert = newestFirst[index]; if (alert !== undefined) answers.set(alert, each); });
  };
  for (const id of new Set(alerts.map(({ integrationId }) => integrationId))) answer(alerts.filter(({ integrationId }) => integrationId === id), saved('integration', id));
  answer(alerts.filter((alert) => (answers.get(alert)?.ruleId ?? null) === null), draft);
  return inOrder(alerts).reverse().flatMap((alert) => answers.get(alert) ?? []);
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

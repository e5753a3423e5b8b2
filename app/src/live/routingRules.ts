import { RoutingRules, rulesIdOf, type RuleScope } from '#domain/routing/rule';
import { watchedDocument, watchedQuery } from './watch';

/** The rules of one service or integration, in the order in which they are asked; null where it has none. Members only. */
export const rulesOf = (scope: RuleScope) => watchedDocument(`routingRules/${rulesIdOf(scope)}`, RoutingRules);

/** Every list of rules. Members only. */
export const everyRules = watchedQuery('routingRules', ({ sdk, db }) => sdk.collection(db, 'routingRules'), RoutingRules);

import { type Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { RuleCounts } from '#domain/routing/classify';
import type { RoutingRule } from '#domain/routing/rule';
import { idOf } from '../identity/identity';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/** `ruleCounts/{hash(rule)}`: when the alerts came that a rule with "at least N in M minutes" has counted. Rule ids are unique over all lists. */
const RuleCount = z.strictObject({ ruleId: z.string(), times: z.array(z.number()), expireAt: z.number() });
export type Counted = RuleCounts;

const keepFor = 2 * 24 * 60 * 60 * 1000;
const refOf = (ruleId: string) => at.ruleCount(idOf('rule', ruleId));

/** What is counted so far, with what these rules need and nobody has read yet in this transaction. */
export async function countsBefore(transaction: Transaction, rules: readonly RoutingRule[], counted: Counted): Promise<Counted> {
  const wanted = rules.filter(({ id, enabled, when }) => enabled && when.atLeast !== null && counted[id] === undefined);
  if (wanted.length === 0) return counted;
  const found = await transaction.getAll(...wanted.map(({ id }) => refOf(id)));
  return { ...counted, ...Object.fromEntries(wanted.map(({ id }, index) => {
    const snapshot = found[index];
    return [id, snapshot === undefined ? [] : (read(RuleCount, snapshot)?.times ?? [])];
  })) };
}

/** Writes what has been counted since `before`. */
export function writeCounts(transaction: Transaction, before: Counted, after: Counted, now: number): void {
  for (const [ruleId, times] of Object.entries(after)) {
    if (before[ruleId] === times) continue;
    transaction.set(refOf(ruleId), toStored({ ruleId, times: [...times], expireAt: now + keepFor }));
  }
}

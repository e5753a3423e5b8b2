import { RoutingRule } from '#domain/routing/rule';
import { fingerprint } from '../../drafts/sameValue';

const Proposed = RoutingRule.omit({ id: true });
type Proposed = Omit<RoutingRule, 'id'>;

/** Where the rules of a service are changed, with this one put before them, still to be looked at and saved. */
export const tuneAddress = (serviceId: string, rule: Proposed): string => `/routing/service/${encodeURIComponent(serviceId)}?tune=${encodeURIComponent(JSON.stringify(rule))}`;

/** The rule that an address proposes; null: none, or nothing that could be saved. */
export function proposedIn(search: URLSearchParams): Proposed | null {
  try {
    return Proposed.safeParse(JSON.parse(search.get('tune') ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** The list with the proposed rule first, since the first that matches decides. One that asks for the same already is replaced and keeps its id. */
export function withProposed(rules: readonly RoutingRule[], proposed: Proposed, newId: string): RoutingRule[] {
  const asked = fingerprint(proposed.when);
  const before = rules.find(({ when }) => fingerprint(when) === asked);
  return [{ id: before?.id ?? newId, ...proposed }, ...rules.filter((rule) => rule !== before)];
}

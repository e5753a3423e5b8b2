import { useMemo } from 'react';
import { RuleScope } from '#domain/routing/rule';
import type { RoutingRule } from '#domain/routing/rule';
import type { RuleFacts } from '#domain/routing/problems';
import type { Runbook } from '#domain/runbook/runbook';
import type { Integration, Service } from '#domain/service/service';
import { integrations as everyIntegration, runbooks as everyRunbook, services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { rulesOf } from '../../live/routingRules';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import type { ReadFailure } from '../../words/errors';
import type { Names } from './ruleWords';

export type Scope = {
  scope: RuleScope; name: string;
  /** The service that an integration reports on; of a service, its integrations. */
  service: Service | null; integrations: Integration[];
  saved: RoutingRule[]; services: Service[]; runbooks: Runbook[];
  facts: RuleFacts; names: Names;
};
export type ScopeState = { state: 'loading' } | { state: 'failed'; reason: ReadFailure } | { state: 'absent' } | { state: 'known'; of: Scope };

const none: RoutingRule[] = [];

/** The rules of one scope with all that they may name; what a stakeholder is not told is denied without asking. */
export function useScope(kind: string | undefined, id: string | undefined): ScopeState {
  const isMember = usePerson().role !== 'stakeholder';
  const asked = useMemo(() => RuleScope.safeParse({ kind, id }).data ?? null, [kind, id]);
  const reads = isMember && asked !== null;
  const liveRules = useLive(reads ? rulesOf(asked) : null);
  const liveServices = useLive(reads ? everyService : null);
  const liveIntegrations = useLive(reads ? everyIntegration : null);
  const liveRunbooks = useLive(reads ? everyRunbook : null);
  const rules = known(liveRules);
  const services = known(liveServices);
  const integrations = known(liveIntegrations);
  const runbooks = known(liveRunbooks);
  const of = useMemo((): Scope | 'absent' | null => {
    if (asked === null || rules === undefined || services === undefined || integrations === undefined) return null;
    const integration = asked.kind === 'integration' ? integrations.find((each) => each.id === asked.id && !each.removed) : undefined;
    const service = services.find((each) => each.id === (asked.kind === 'service' ? asked.id : integration?.serviceId)) ?? null;
    const name = asked.kind === 'service' ? service?.name : integration?.name;
    if (name === undefined) return 'absent';
    const byName = <T extends { name: string }>(all: readonly T[]) => [...all].sort((a, b) => a.name.localeCompare(b.name));
    return {
      scope: asked, name, service, integrations: asked.kind === 'service' ? byName(integrations.filter(({ serviceId, removed }) => serviceId === asked.id && !removed)) : [],
      saved: rules?.rules ?? none, services: byName(services), runbooks: runbooks ?? [],
      facts: { serviceIds: services.map((each) => each.id), runbookIds: (runbooks ?? []).map((each) => each.id) },
      names: {
        services: Object.fromEntries(services.map((each) => [each.id, each.name])),
        runbooks: Object.fromEntries((runbooks ?? []).map((each) => [each.id, each.title])),
      },
    };
  }, [asked, rules, services, integrations, runbooks]);
  if (!isMember) return { state: 'failed', reason: 'denied' };
  const failed = [liveRules, liveServices, liveIntegrations].find((live) => live.state === 'failed');
  if (failed?.state === 'failed') return { state: 'failed', reason: failed.reason };
  if (asked === null || of === 'absent') return { state: 'absent' };
  return of === null ? { state: 'loading' } : { state: 'known', of };
}

/** The name under which the draft of a scope's rules is kept. */
export const draftNameOf = ({ kind, id }: RuleScope): string => `rules.${kind}.${id}`;

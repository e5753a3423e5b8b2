import { useMemo, useState } from 'react';
import type { Service } from '#domain/service/service';
import { policies, services } from '../../live/configuration';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { useMinute } from '../../ui';
import type { ReadFailure } from '../../words/errors';
import { pagesMe, planOf } from './plan';
import type { Plan } from './plan';
import { useIntegrationKey } from './useIntegrationKey';

/** What the lead-through stands on: a service, who it would page, and a key that may send an alert for it. */
export type Ground =
  | { state: 'loading' }
  | { state: 'failed'; reason: ReadFailure }
  | { state: 'noService' }
  /** Everything is there but a key, and only an admin may make one. */
  | { state: 'noKey'; services: Service[]; service: Service; choose: (serviceId: string) => void; make: (() => Promise<string | null>) | null }
  | { state: 'ready'; service: Service; plan: Plan; key: string };

export function useGround(): Ground {
  const { userId, role } = usePerson();
  const facts = useFacts();
  const everyService = useLive(services);
  const everyPolicy = useLive(policies);
  const now = useMinute();
  const { key, make } = useIntegrationKey();
  const [chosen, setChosen] = useState<string | null>(null);
  const plans = useMemo(() => new Map((known(everyPolicy) ?? []).map((policy) => [policy.id, planOf(policy, facts, now)])), [everyPolicy, facts, now]);

  for (const live of [everyService, everyPolicy]) if (live.state === 'failed') return { state: 'failed', reason: live.reason };
  const all = known(everyService);
  if (!all || !known(everyPolicy) || !facts.complete || key.state === 'loading') return { state: 'loading' };
  const pages = (service: Service) => {
    const plan = plans.get(service.policyId);
    return plan !== undefined && pagesMe(plan, userId);
  };
  const wanted = key.state === 'known' ? key.serviceId : chosen;
  const service = all.find(({ id }) => id === wanted) ?? all.find(pages) ?? all[0];
  const plan = service ? plans.get(service.policyId) : undefined;
  if (!service || !plan) return { state: 'noService' };
  if (key.state === 'known') return { state: 'ready', service, plan, key: key.key };
  return { state: 'noKey', services: all, service, choose: setChosen, make: role === 'admin' ? () => make(service.id) : null };
}

import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Severity } from '#domain/incident/severity';
import { previewPaging } from '#domain/proof/preview';
import type { Preview } from '#domain/proof/proof';
import type { Service } from '#domain/service/service';
import type { PolicyFacts } from './usePolicyFacts';

/** Stands in where there is no service yet: a policy may be written first. */
const anyService: Service = { id: 'any', name: 'a service', description: '', policyId: '', runbookId: null, statusComponentId: null, grouping: { by: 'source' } };

/** What a policy would do as it stands in the editor, for an alert of this severity at `at` (ms since epoch); null while it names nobody. */
export function previewOf(policy: EscalationPolicy | null, service: Service | undefined, severity: Severity, facts: PolicyFacts, at: number): Preview | null {
  if (policy === null) return null;
  const asked = { service: { ...(service ?? anyService), policyId: policy.id }, severity, at };
  return previewPaging(asked, { ...facts, policies: { ...facts.policies, [policy.id]: policy } });
}

import { useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { policies } from '../../live/configuration';
import { known } from '../../live/live';
import { useEdited } from '../../drafts/useEdited';
import { useZone } from '../../session/useZone';
import { Empty, Failure, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { newPolicyDraft, PolicyDraft, policyDraftOf } from './policyDraft';
import { PolicyForm } from './PolicyForm';
import { usePolicyFacts } from './usePolicyFacts';
import type { PolicyFacts } from './usePolicyFacts';

/** Makes a policy, or changes one. */
export default function EditPolicy() {
  const { policyId } = useParams();
  const mayChange = useMay('savePolicy');
  const live = useReadable('escalationPolicies/{id}', policies);
  const facts = usePolicyFacts();
  const policy = known(live)?.find(({ id }) => id === policyId) ?? null;
  const title = policyId === undefined ? 'New policy' : 'Edit policy';
  const back = policyId === undefined ? { to: '/policies', label: 'Escalation policies' } : { to: `/policies/${policyId}`, label: 'The policy' };
  // Problems are told while somebody types: on half of the facts they would be wrong.
  if (mayChange && facts.complete && known(live) && (policy || policyId === undefined)) return <Editing key={policyId ?? 'new'} policy={policy} facts={facts} title={title} back={back} />;
  return (
    <Screen title={title} back={back}>
      {!mayChange ? <Failure title={readFailures.denied.title}><p>Only admins change escalation policies.</p></Failure> : (
        <Reading live={live} label="Loading this policy">
          {() => (policy || policyId === undefined ? <Skeleton rows={4} label="Loading whom it may page" /> : <Empty title="No policy by this address"><p>It may have been removed.</p></Empty>)}
        </Reading>
      )}
    </Screen>
  );
}

function Editing({ policy, facts, title, back }: { policy: EscalationPolicy | null; facts: PolicyFacts; title: string; back: { to: string; label: string } }) {
  const zone = useZone();
  const [fresh] = useState(() => newPolicyDraft(crypto.randomUUID(), zone));
  const saved = useMemo(() => (policy === null ? fresh : policyDraftOf(policy, zone)), [policy, fresh, zone]);
  const edited = useEdited(`policy:${policy?.id ?? 'new'}`, PolicyDraft, saved);
  return edited === null ? null : <PolicyForm policy={policy} edited={edited} facts={facts} title={title} back={back} />;
}

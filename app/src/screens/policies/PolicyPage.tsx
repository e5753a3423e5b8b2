import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { policies } from '../../live/configuration';
import { known } from '../../live/live';
import { Card, Empty, Icon, QuietAction, Row, Rows, say, Screen, Skeleton, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { policySentences } from './policyWords';
import { Sentence } from './Sentence';
import { StepsNow } from './StepsNow';
import { usePolicyFacts } from './usePolicyFacts';
import type { PolicyFacts } from './usePolicyFacts';
import './policies.css';

/** One policy as a sentence, whom it would page right now, and what uses it. */
export default function PolicyPage() {
  const { policyId = '' } = useParams();
  const live = useReadable('escalationPolicies/{id}', policies);
  const policy = known(live)?.find(({ id }) => id === policyId);
  const [isRemoved, setRemoved] = useState(false);
  return (
    <Screen title={policy?.name ?? 'Escalation policy'} back={{ to: '/policies', label: 'Escalation policies' }}>
      <Reading live={live} label="Loading this policy">
        {() => {
          if (policy) return <Parts policy={policy} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No policy by this address" icon="onCall"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ policy, onRemoved }: { policy: EscalationPolicy; onRemoved: () => void }) {
  const facts = usePolicyFacts();
  const mayChange = useMay('savePolicy');
  const navigate = useNavigate();
  const now = useMinute();
  if (!facts.complete) return <Skeleton rows={4} label="Loading whom it pages" />;
  const edit = mayChange ? <QuietAction onClick={() => { void navigate(`/policies/${policy.id}/edit`); }} data-testid="edit">Edit</QuietAction> : null;
  return (
    <Stack>
      <Card title="What it does" action={edit}>
        <p className="policy-sentence" data-testid="policy-sentence">
          {policySentences(policy, facts, now).map((parts, index) => <span key={index}><Sentence parts={parts} />{' '}</span>)}
        </p>
        <p className="quiet small">A page of low urgency stays with the first step, and waits for support hours and the end of quiet hours.</p>
      </Card>
      <StepsNow policy={policy} facts={facts} now={now} />
      <Uses policy={policy} facts={facts} />
      {mayChange ? <Removal policy={policy} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change escalation policies.</p>}
    </Stack>
  );
}

function Uses({ policy: { id }, facts }: { policy: EscalationPolicy; facts: PolicyFacts }) {
  const services = Object.values(facts.services).filter(({ policyId }) => policyId === id).sort((a, b) => a.name.localeCompare(b.name));
  const others = Object.values(facts.policies).filter(({ handOffTo }) => handOffTo === id);
  return (
    <Card flush title="Used by">
      {services.length + others.length === 0 ? <p className="configuration-empty">Nothing uses it yet, so it pages nobody. A service names its policy.</p> : (
        <Rows label="Used by">
          {services.map(({ id: serviceId, name }) => (
            <Row key={serviceId} to={`/coverage/preview?service=${encodeURIComponent(serviceId)}`} start={<Icon name="services" />} title={name} detail="Who is paged, at any time" />
          ))}
          {others.map(({ id: otherId, name }) => <Row key={otherId} to={`/policies/${otherId}`} start={<Icon name="onCall" />} title={name} detail="Hands off to it" />)}
        </Rows>
      )}
    </Card>
  );
}

function Removal({ policy: { id, name }, onRemoved }: { policy: EscalationPolicy; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removePolicy', policyId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/policies', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this policy</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>Open incidents go on with their own copy of it. While a service uses it, or another policy hands off to it, it cannot be removed.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}

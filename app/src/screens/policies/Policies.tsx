import { useMatch, useNavigate } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { policies } from '../../live/configuration';
import { Card, Empty, Icon, IconAction, PrimaryAction, Row, Rows, Screen, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { policySentences, textOf } from './policyWords';
import { usePolicyFacts } from './usePolicyFacts';

/** Who is paged, and after whom: every policy with its first sentence, as it stands now. */
export default function Policies() {
  const live = useReadable('escalationPolicies/{id}', policies);
  const mayChange = useMay('savePolicy');
  const navigate = useNavigate();
  const add = () => { void navigate('/policies/new'); };
  return (
    <Screen
      title="Escalation policies" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="New policy" icon="plus" onClick={add} data-testid="new-policy" /> : null}
    >
      <Reading live={live} label="Loading escalation policies">
        {(all) => (all.length > 0 ? <List all={all} mayChange={mayChange} /> : (
          <Empty title="No policy yet" icon="onCall" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>New policy</PrimaryAction> : null}>
            <p>A policy says who is paged, and who next if nobody acknowledges. Without one a page goes to the admins.</p>
          </Empty>
        ))}
      </Reading>
    </Screen>
  );
}

function List({ all, mayChange }: { all: readonly EscalationPolicy[]; mayChange: boolean }) {
  const facts = usePolicyFacts();
  const now = useMinute();
  const current = useMatch('/policies/:policyId')?.params.policyId;
  const services = Object.values(facts.services);
  return (
    <Stack>
      <Card flush>
        <Rows label="Escalation policies">
          {[...all].sort((a, b) => a.name.localeCompare(b.name)).map((policy) => {
            const used = services.filter(({ policyId }) => policyId === policy.id).map(({ name }) => name);
            const after = policy.steps.length - 1;
            const first = textOf(policySentences({ ...policy, steps: policy.steps.slice(0, 1) }, facts, now)[0] ?? []);
            return (
              <Row
                key={policy.id} to={`/policies/${policy.id}`} current={policy.id === current} start={<Icon name="onCall" />} title={policy.name} data-testid="policy-row"
                detail={facts.complete ? (
                  <>{first}{after === 0 ? '' : ` ${after === 1 ? 'One step' : `${after} steps`} more.`}<br />{used.length === 0 ? 'No service uses it.' : `For ${used.join(', ')}`}</>
                ) : '…'}
              />
            );
          })}
        </Rows>
      </Card>
      {mayChange ? null : <p className="quiet small">Only admins change escalation policies.</p>}
    </Stack>
  );
}

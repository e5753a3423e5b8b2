import { useMatch, useNavigate } from 'react-router-dom';
import type { ResponsePlan } from '#domain/plan/plan';
import { chatSettings, responsePlans } from '../../live/plans';
import { Card, Icon, IconAction, QuietAction, Row, Rows, Screen, SeverityMark, Stack } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { ChatCard } from './ChatCard';
import { DefaultsCard } from './DefaultsCard';
import { FactsMissing } from './FactsMissing';
import { type AppPlanFacts, usePlanFacts } from './usePlanFacts';
import './plans.css';

/** What happens by itself when an incident begins: each severity's default, the plans that the team wrote, and the workspace that channels are opened in. */
export default function Plans() {
  const live = useReadable('responsePlans/{id}', responsePlans);
  const chat = useReadable('settings/{id}', chatSettings);
  const facts = usePlanFacts();
  const mayChange = useMay('saveResponsePlan');
  const navigate = useNavigate();
  const add = () => { void navigate('/plans/new'); };
  return (
    <Screen title="Response plans" back={{ to: '/more', label: 'More' }} actions={mayChange ? <IconAction label="New plan" icon="plus" onClick={add} data-testid="new-plan" /> : null}>
      <Reading live={live} label="Loading response plans">
        {(all) => (facts.complete ? (
          <Stack>
            <p className="configuration-lead">What Rouse does by itself when an incident begins. It pages nobody later than before: plans run beside the escalation policy, and everybody can stop one.</p>
            <Own plans={all} facts={facts} mayChange={mayChange} onAdd={add} />
            <DefaultsCard facts={facts} />
            <Reading live={chat} label="Loading the chat" rows={1}>{(settings) => <ChatCard slack={settings?.slack ?? null} />}</Reading>
            {mayChange ? null : <p className="quiet small">Only admins change plans. In an incident you can do by hand whatever a plan does.</p>}
          </Stack>
        ) : <FactsMissing facts={facts} rows={5} label="Loading what plans do" />)}
      </Reading>
    </Screen>
  );
}

function Own({ plans, facts, mayChange, onAdd }: { plans: readonly ResponsePlan[]; facts: AppPlanFacts; mayChange: boolean; onAdd: () => void }) {
  const current = useMatch('/plans/:planId')?.params.planId;
  return (
    <Card title="Your plans" flush>
      {plans.length === 0 ? (
        <div className="plans-none">
          <p>None yet. A plan of your own goes before the default of its severities, for all services or for some.</p>
          {mayChange ? <QuietAction outlined icon="plus" onClick={onAdd}>Write a plan</QuietAction> : null}
        </div>
      ) : (
        <Rows label="Your plans">
          {[...plans].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name, severities, serviceIds, steps, enabled }) => (
            <Row
              key={id} to={`/plans/${id}`} current={id === current} start={<Icon name="runbooks" />} title={name} data-testid="plan-row"
              detail={<><span className="plan-severities">{severities.map((severity) => <SeverityMark key={severity} severity={severity} />)}</span>{`${servicesWords(serviceIds, facts)} · ${counted(steps.length, 'step')}${enabled ? '' : ' · off'}`}</>}
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}

/** "all services", or their names. */
export function servicesWords(serviceIds: readonly string[], { services }: Pick<AppPlanFacts, 'services'>): string {
  if (serviceIds.length === 0) return 'all services';
  const names = serviceIds.map((id) => services[id]?.name ?? id).sort();
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
}

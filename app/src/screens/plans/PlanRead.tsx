import type { ResponsePlan } from '#domain/plan/plan';
import { stepName } from '#domain/plan/stepName';
import { Card, Icon, Row, Rows, SeverityMark, Stack } from '../../ui';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { servicesWords } from './Plans';
import { kindIcons, stepDetail } from './stepWords';
import type { AppPlanFacts } from './usePlanFacts';
import './plans.css';

/** A plan for those who do not change it: when it runs, and what it does in which order. */
export function PlanRead({ plan: { severities, serviceIds, enabled, steps }, facts }: { plan: ResponsePlan; facts: AppPlanFacts }) {
  return (
    <Stack>
      <Card title="When">
        <Facts>
          <Fact name="Severities"><span className="plan-severities">{severities.map((severity) => <SeverityMark key={severity} severity={severity} />)}</span></Fact>
          <Fact name="Services">{servicesWords(serviceIds, facts)}</Fact>
          <Fact name="State">{enabled ? 'On' : 'Off: it does nothing by itself'}</Fact>
        </Facts>
      </Card>
      <Card title="What" flush>
        <Rows label="Steps">
          {steps.map((step, index) => <Row key={index} start={<Icon name={kindIcons[step.kind]} />} title={stepName(step)} detail={stepDetail(step, facts)} />)}
        </Rows>
      </Card>
      <p className="quiet small">Only admins change plans.</p>
    </Stack>
  );
}

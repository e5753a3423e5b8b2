import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { ResponsePlan } from '#domain/plan/plan';
import { useEdited } from '../../drafts/useEdited';
import { known } from '../../live/live';
import { responsePlans } from '../../live/plans';
import { Empty, Failure, Screen } from '../../ui';
import { readFailures } from '../../words/errors';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { emptyPlan, PlanDraft, planDraftOf } from './planDraft';
import { FactsMissing } from './FactsMissing';
import { PlanForm } from './PlanForm';
import { PlanRead } from './PlanRead';
import { type AppPlanFacts, usePlanFacts } from './usePlanFacts';

const back = { to: '/plans', label: 'Response plans' };

/** One plan: written by admins, read by everybody else. */
export default function EditPlan() {
  const { planId } = useParams();
  const mayChange = useMay('saveResponsePlan');
  const live = useReadable('responsePlans/{id}', responsePlans);
  const facts = usePlanFacts();
  const plan = known(live)?.find(({ id }) => id === planId) ?? null;
  const title = planId === undefined ? 'New plan' : (plan?.name ?? 'Response plan');
  // Problems are told while somebody types: on half of the facts they would be wrong.
  const isReady = facts.complete && known(live) !== undefined && (plan !== null || planId === undefined);
  if (isReady && mayChange) return <Editing key={planId ?? 'new'} plan={plan} facts={facts} title={planId === undefined ? title : 'Edit plan'} />;
  return (
    <Screen title={title} back={back}>
      {!mayChange && planId === undefined ? <Failure title={readFailures.denied.title}><p>Only admins write response plans.</p></Failure> : (
        <Reading live={live} label="Loading this plan">
          {() => {
            if (plan === null && planId !== undefined) return <Empty title="No plan by this address" icon="runbooks"><p>It may have been removed. Go back to the list.</p></Empty>;
            if (isReady && plan !== null) return <PlanRead plan={plan} facts={facts} />;
            return <FactsMissing facts={facts} rows={4} label="Loading what the plan does" />;
          }}
        </Reading>
      )}
    </Screen>
  );
}

function Editing({ plan, facts, title }: { plan: ResponsePlan | null; facts: AppPlanFacts; title: string }) {
  const saved = useMemo(() => (plan === null ? emptyPlan : planDraftOf(plan)), [plan]);
  const edited = useEdited(`plan:${plan?.id ?? 'new'}`, PlanDraft, saved);
  return edited === null ? null : <PlanForm plan={plan} edited={edited} facts={facts} title={title} back={back} />;
}

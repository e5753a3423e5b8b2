import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ResponsePlan } from '#domain/plan/plan';
import { QuietAction, say } from '../../ui';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useSaving } from '../configuration/useSaving';

/** Removes a plan, after asking. */
export function RemovePlan({ plan: { id, name }, onRemoved }: { plan: ResponsePlan; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removeResponsePlan', planId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/plans', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this plan</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>Incidents that begin from then on have the next plan that fits, or the default of their severity. What it has begun goes on.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}

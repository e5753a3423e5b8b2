import type { offered } from '#domain/plan/offered';
import type { PlanStep } from '#domain/plan/plan';
import { stepName } from '#domain/plan/stepName';
import { Icon, Row, Rows } from '../../../ui';
import { kindIcons } from '../../plans/stepWords';

export type Offer = ReturnType<typeof offered>[number];

/** What can be done, a row each, and beneath it what is not there to be done, and why. */
export function HandOffers({ offers, onChoose }: { offers: readonly Offer[]; onChoose: (step: PlanStep) => void }) {
  const could = offers.filter(({ foreseen }) => foreseen.would === 'run');
  return (
    <>
      {could.length === 0 ? <p className="quiet">Everything that can be done here has been done.</p> : (
        <Rows label="What can be done">
          {could.map(({ step, foreseen }) => <Row key={keyOf(step)} start={<Icon name={kindIcons[step.kind]} />} title={stepName(step)} detail={foreseen.result} end={<Icon name="forward" size={18} />} onClick={() => onChoose(step)} data-testid={`by-hand-${step.kind}`} />)}
        </Rows>
      )}
      <CanNot offers={offers.filter(({ foreseen }) => foreseen.would !== 'run')} />
    </>
  );
}

function CanNot({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <div className="plan-hand-not">
      <h3>Not needed, or not set up</h3>
      <ul>{offers.map(({ step, foreseen }) => <li key={keyOf(step)}><b>{stepName(step)}</b> {foreseen.result}</li>)}</ul>
    </div>
  );
}

const keyOf = (step: PlanStep): string => (step.kind === 'callWebhook' ? `${step.kind}-${step.destinationId}` : step.kind === 'page' ? JSON.stringify(step) : step.kind);

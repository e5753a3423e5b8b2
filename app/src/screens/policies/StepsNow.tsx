import type { EscalationPolicy } from '#domain/escalation/policy';
import { countsAt, destinationsOfStep, lastResort, peopleOfStep, placeWord } from '#domain/escalation/targets';
import { durationWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card } from '../../ui';
import { hoursWords } from '../services/hours';
import type { PolicyFacts } from './usePolicyFacts';

/** Whom each step would page right now, in the first round, and the admins after the last. */
export function StepsNow({ policy, facts, now }: { policy: EscalationPolicy; facts: PolicyFacts; now: number }) {
  const { userId } = usePerson();
  const named = (people: readonly { userId: string; name: string }[]) => people.map((person) => (person.userId === userId ? `${person.name} (you)` : person.name)).join(', ');
  const admins = lastResort(facts);
  return (
    <Card title="If it fired right now">
      <ol className="policy-now">
        {policy.steps.map((step, index) => {
          const reached = peopleOfStep(step, index, facts, now);
          const told = destinationsOfStep(step, facts, now).map(({ name }) => name);
          const before = policy.steps.slice(0, index).reduce((sum, { delaySeconds }) => sum + delaySeconds, 0);
          const isMine = reached.some((person) => person.userId === userId);
          return (
            <li key={index} className={isMine ? 'policy-now-me' : undefined}>
              <span className="policy-now-place">{placeWord(index)}</span>
              <span>
                {reached.length > 0 ? <b>{named(reached)}</b> : countsAt(step, now) ? (told.length > 0 ? null : <b className="policy-now-nobody">Nobody: passed over at once</b>) : <b className="policy-now-off">Not at this time</b>}
                {told.length > 0 ? <span className={reached.length > 0 ? 'policy-now-told' : undefined}>{reached.length > 0 ? 'and tells ' : 'Tells '}{told.join(', ')}</span> : null}
                <span className="quiet small tabular">
                  {index === 0 ? 'at once' : `after ${durationWords(before * 1_000)}`}{step.branch ? `, only ${step.branch.when} ${hoursWords(step.branch)}` : ''}
                </span>
              </span>
            </li>
          );
        })}
        <li>
          <span className="policy-now-place">last resort</span>
          <span>{admins.length === 0 ? <b className="policy-now-nobody">Nobody: there is no active admin</b> : <b>{named(admins)}</b>}<span className="quiet small">after every round{policy.handOffTo === undefined ? '' : ', and after the policy that it hands off to'}</span></span>
        </li>
      </ol>
    </Card>
  );
}

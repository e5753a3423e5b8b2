import type { EscalationPolicy } from '#domain/escalation/policy';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Service } from '#domain/service/service';
import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card } from '../../ui';
import { stepsNow } from './board';
import './on-call.css';

/** A policy as it would page now: one line per step, with who it reaches and until when. */
export function PolicyNow({ policy, facts, services, now }: { policy: EscalationPolicy; facts: PagingFacts; services: readonly Service[]; now: number }) {
  const { userId, timeZone } = usePerson();
  const title = services.length === 0 ? policy.name : services.map(({ name }) => name).join(', ');
  return (
    <Card title={<span>{title}{services.length > 0 && title !== policy.name ? <span className="quiet"> · {policy.name}</span> : null}</span>}>
      <ol className="on-call-steps">
        {stepsNow(policy, facts, now).map((step, index) => (
          <li key={index} className={step.userIds.includes(userId) ? 'on-call-me' : undefined}>
            <span className="on-call-place">{step.place}</span>
            <span className="on-call-names">
              {step.names.length === 0 ? <b className="on-call-nobody">Nobody</b> : <b>{step.names.map((name, at) => (step.userIds[at] === userId ? `${name} (you)` : name)).join(', ')}</b>}
              <span className="quiet small tabular">
                {index === 0 ? 'paged at once' : `paged after ${durationWords(step.afterSeconds * 1_000)}`}
                {step.until === undefined ? '' : ` · until ${whenWords(step.until, now, timeZone)}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {policy.rounds > 1 ? <p className="quiet small on-call-rounds">Then from the top again, {policy.rounds} rounds in all; after that the admins.</p> : null}
    </Card>
  );
}

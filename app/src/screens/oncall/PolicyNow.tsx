import { Link } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Service } from '#domain/service/service';
import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card } from '../../ui';
import { namesWords } from '../schedules/names';
import { stepsNow } from './board';
import type { StepNow } from './board';
import './on-call.css';

/** A policy as it would page now: one line per step, with who it reaches, until when, and who then. */
export function PolicyNow({ policy, facts, services, now }: { policy: EscalationPolicy; facts: PagingFacts; services: readonly Service[]; now: number }) {
  const { userId } = usePerson();
  const title = services.length === 0 ? policy.name : services.map(({ name }) => name).join(', ');
  return (
    <Card title={<span>{title}{services.length > 0 && title !== policy.name ? <span className="quiet"> · {policy.name}</span> : null}</span>}>
      <ol className="on-call-steps">
        {stepsNow(policy, facts, now).map((step, index) => (
          <li key={index} className={step.userIds.includes(userId) ? 'on-call-me' : undefined}>
            <span className="on-call-place">{step.place}</span>
            <span className="on-call-names">
              {step.names.length === 0 ? <Nobody step={step} /> : <b>{step.names.map((name, at) => (step.userIds[at] === userId ? `${name} (you)` : name)).join(', ')}</b>}
              <StepWhen step={step} index={index} now={now} />
            </span>
          </li>
        ))}
      </ol>
      {policy.rounds > 1 ? <p className="quiet small on-call-rounds">Then from the top again, {policy.rounds} rounds in all; after that {policy.handOffTo === undefined ? 'the admins' : (facts.policies?.[policy.handOffTo]?.name ?? 'another policy')}.</p> : null}
    </Card>
  );
}

function Nobody({ step: { counts, schedules } }: { step: StepNow }) {
  const [first] = schedules;
  if (!counts) return <b className="quiet">Not at this time</b>;
  return <b className="on-call-nobody">Nobody{first ? <Link className="on-call-fix" to={`/schedules/${encodeURIComponent(first.id)}`}>Fix {first.name}</Link> : null}</b>;
}

function StepWhen({ step: { counts, afterSeconds, until, then }, index, now }: { step: StepNow; index: number; now: number }) {
  const { timeZone } = usePerson();
  const paged = index === 0 || afterSeconds === 0 ? 'paged at once' : `paged after ${durationWords(afterSeconds * 1_000)}`;
  const handover = until === undefined ? '' : `until ${whenWords(until, now, timeZone)}, then ${namesWords(then)}`;
  return <span className="quiet small tabular">{[counts ? paged : 'passed over at once', handover].filter(Boolean).join(' · ')}</span>;
}

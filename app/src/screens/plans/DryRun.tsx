import { useState } from 'react';
import type { CommandAnswer } from '#domain/command/answer';
import { Severity } from '#domain/incident/severity';
import type { PlanStep } from '#domain/plan/plan';
import { Card, ChoiceField, Icon, QuietAction } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import type { AppPlanFacts } from './usePlanFacts';

type Planned = NonNullable<CommandAnswer['planned']>;
const marks = { run: { icon: 'check', words: 'Would run' }, skip: { icon: 'forward', words: 'Would be skipped' }, fail: { icon: 'warning', words: 'Would fail' } } as const;

/** Asks the server what each step would do now, and shows it. Nothing is sent. `steps` null: they are not complete yet. */
export function DryRun({ steps, severities, serviceIds, facts }: { steps: PlanStep[] | null; severities: readonly Severity[]; serviceIds: readonly string[]; facts: AppPlanFacts }) {
  const saving = useSaving();
  const offered = Object.values(facts.services).filter(({ id }) => serviceIds.length === 0 || serviceIds.includes(id)).sort((a, b) => a.name.localeCompare(b.name));
  const [chosen, choose] = useState('');
  const [shown, show] = useState<{ of: string; planned: Planned; message: string } | null>(null);
  const severity = Severity.options.find((each) => severities.includes(each)) ?? 'SEV1';
  const serviceId = offered.find(({ id }) => id === chosen)?.id ?? offered[0]?.id;
  const of = JSON.stringify([steps, severity, serviceId]);
  const run = async () => {
    if (steps === null || serviceId === undefined) return saving.refuse('Fill in what the steps need first; then this says what they would do.');
    const answer = await saving.save({ type: 'dryRunPlan', steps, severity, serviceId });
    if (answer?.planned) show({ of, planned: answer.planned, message: answer.message });
  };
  return (
    <Card title="Dry run">
      <div className="plan-dry">
        <p className="quiet small">What each step would do for a {severity} that begins now. Nothing is sent, and nobody is paged.</p>
        {offered.length > 1 ? (
          <ChoiceField label="For an incident of" value={serviceId ?? ''} onChange={({ target }) => choose(target.value)}>
            {offered.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </ChoiceField>
        ) : null}
        <div><QuietAction outlined icon="eye" disabled={saving.busy} onClick={() => { void run(); }} data-testid="dry-run">{saving.busy ? 'Looking' : shown === null ? 'See what would happen' : 'Look again'}</QuietAction></div>
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <div role="status">
          {shown === null ? null : (
            <>
              <p className="plan-dry-sum">{shown.of === of ? shown.message : 'You have changed it since: look again.'}</p>
              <ol className={`plan-outcomes${shown.of === of ? '' : ' plan-outcomes-old'}`}>
                {shown.planned.map(({ step, would, result }, index) => (
                  <li key={index} className={`plan-outcome plan-outcome-${would}`} data-testid="planned">
                    <Icon name={marks[would].icon} size={20} />
                    <div><b>{step}</b><span className="visually-hidden">. {marks[would].words}.</span><p>{result}</p></div>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </Card>
  );
}

import { filled } from '#domain/runbook/steps';
import type { Incident } from '#domain/incident/incident';
import type { Runbook } from '#domain/runbook/runbook';
import { whenWords } from '#domain/time/words';
import { useCommands } from '../../../commands/useCommands';
import { usePerson } from '../../../session/useSession';
import { Icon, QuietAction, useMinute } from '../../../ui';
import { CodeBlock } from '../../runbooks/CodeBlock';
import { inReadingOrder } from '../../runbooks/linkTarget';
import { ActionOfStep } from './ActionOfStep';
import { progressWords, standingWords, underHeadings } from './stepView';
import type { StepRow } from './stepView';
import './steps.css';

type Props = { incident: Incident; runbook: Runbook; rows: readonly StepRow[]; variables: Readonly<Record<string, string>> };

/** The steps of a runbook, to be ticked one by one: each with its command to copy and what it may run. */
export function Steps({ incident, runbook, rows, variables }: Props) {
  if (rows.length === 0) return null;
  return (
    <section className="steps" aria-label="Steps">
      <p className="steps-progress quiet tabular" role="status" data-testid="steps-progress">{progressWords(rows)}</p>
      {underHeadings(rows).map(({ heading, rows: inside }) => (
        <div key={inside[0]?.step.key}>
          {heading === null ? null : <h3>{heading}</h3>}
          <ol className="steps-list">{inside.map((row) => <OneStep key={row.step.key} incident={incident} runbook={runbook} row={row} variables={variables} />)}</ol>
        </div>
      ))}
    </section>
  );
}

function OneStep({ incident, runbook, row: { step, number, standing }, variables }: Omit<Props, 'rows'> & { row: StepRow }) {
  const { act } = useCommands();
  const { timeZone } = usePerson();
  const now = useMinute();
  // Only what reads as a plain word: these are sentences, and what strangers wrote in a label stays out of them.
  const words = inReadingOrder(filled(step.words, variables, 'text').text);
  const said = standingWords(standing, (at) => whenWords(at, now, timeZone));
  const tick = (state: 'done' | 'skipped' | 'open') => { void act({ type: 'tickStep', incidentId: incident.id, runbookId: runbook.id, step: step.key, words: step.words, state }); };
  return (
    <li className={`step step-${standing.state}${standing.pending === 'waiting' ? ' step-waiting' : ''}`} value={number} data-testid="step">
      <div className="step-head">
        <button
          type="button" role="checkbox" className="step-tick" aria-checked={standing.pending === 'waiting' ? 'mixed' : standing.state === 'done'} data-testid="step-done"
          aria-label={`Step ${number}: ${words}`} onClick={() => tick(standing.state === 'done' ? 'open' : 'done')}
        >
          <span className="step-mark tabular" aria-hidden="true">{standing.state === 'open' ? number : <Icon name={standing.pending === 'waiting' ? 'clock' : standing.state === 'done' ? 'check' : 'forward'} size={20} />}</span>
          <span className="step-words">{words}</span>
        </button>
        {standing.state === 'done' ? null : (
          <QuietAction
            tone="plain" aria-label={standing.state === 'skipped' ? `Take back the skip of step ${number}` : `Skip step ${number}`} data-testid="step-skip"
            onClick={() => tick(standing.state === 'skipped' ? 'open' : 'skipped')}
          >{standing.state === 'skipped' ? 'Undo' : 'Skip'}</QuietAction>
        )}
      </div>
      <div className="step-below">
        {said === null ? null : <p className="step-said small tabular" data-testid="step-said">{said}</p>}
        {step.codes.map(({ code, language }, index) => <CodeBlock key={index} {...filled(code, variables, language)} />)}
        {step.action === null ? null : <ActionOfStep incident={incident} runbook={runbook} name={step.action} />}
      </div>
    </li>
  );
}

import type { Incident } from '#domain/incident/incident';
import { filled } from '#domain/runbook/steps';
import { useCommands } from '../../commands/useCommands';
import { Card, QuietAction } from '../../ui';
import { CodeBlock } from '../runbooks/CodeBlock';
import { inReadingOrder } from '../runbooks/linkTarget';
import { firstOpen, progressWords } from './runbook/stepView';
import { useRunbooksOf, useSteps } from './runbook/useRunbooksOf';
import './first-step.css';

/** The next thing that the runbook says to do, with its command filled in and ready to copy. Nothing where no runbook fits. */
export default function FirstStep({ incident, onRunbook }: { incident: Incident; onRunbook: () => void }) {
  const { first } = useRunbooksOf(incident);
  const runbook = first?.runbook ?? null;
  const { rows, variables } = useSteps(incident, runbook);
  const { act } = useCommands();
  if (!runbook) return null;
  const open = <QuietAction onClick={onRunbook} data-testid="open-runbook">Runbook</QuietAction>;
  const next = firstOpen(rows);
  if (!next) {
    return <Card title={runbook.title} action={open}><p data-testid="first-step">{rows.length === 0 ? 'It has no steps to tick.' : `Every step is done or skipped: ${progressWords(rows)}.`}</p></Card>;
  }
  const { step, number } = next;
  const done = () => { void act({ type: 'tickStep', incidentId: incident.id, runbookId: runbook.id, step: step.key, words: step.words, state: 'done' }); };
  return (
    <Card title={number === 1 ? 'First step' : 'Next step'} action={open}>
      <p className="first-step-words" data-testid="first-step"><span className="tabular quiet">{number}</span><span>{inReadingOrder(filled(step.words, variables, 'text').text)}</span></p>
      {step.codes.map(({ code, language }, index) => <CodeBlock key={index} {...filled(code, variables, language)} />)}
      <div className="first-step-foot">
        <p className="quiet small tabular" role="status">{progressWords(rows)}</p>
        {step.action === null ? null : <QuietAction outlined onClick={onRunbook}>{runbook.about?.actions.find(({ name }) => name === step.action)?.title ?? 'Open'}</QuietAction>}
        {/* Keyed: each step's button is a new one, and a second tap on the same spot within 600 ms does not tick the step after it. */}
        <QuietAction key={step.key} guarded outlined icon="check" onClick={done} aria-label={`Done: step ${number}`} data-testid="first-step-done">Done</QuietAction>
      </div>
    </Card>
  );
}

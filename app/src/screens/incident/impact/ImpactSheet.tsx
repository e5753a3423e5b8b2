import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { type SeverityAnswers, type SeverityQuestion, severityQuestionNames, severityQuestions } from '#domain/incident/severityGuide';
import { Field, PrimaryAction, QuietAction, Sheet, TextField } from '../../../ui';
import { useSending } from '../useSending';
import { otherSeverity, peopleOf } from './impactView';
import { Proposal } from './Proposal';
import './impact.css';

type Props = { incident: Incident; open: boolean; onClose: () => void };

/** Four questions by large choices, how many people, and a note; then the severity that it calls for. */
export default function ImpactSheet({ open, onClose, incident }: Props) {
  return <Sheet open={open} onClose={onClose} title="Impact">{open ? <Assessing incident={incident} onClose={onClose} /> : null}</Sheet>;
}

function Assessing({ incident, onClose }: Omit<Props, 'open'>) {
  const { sending, send } = useSending();
  const [answers, setAnswers] = useState<SeverityAnswers>(incident.impact?.answers ?? {});
  const [people, setPeople] = useState(incident.impact?.people?.toString() ?? '');
  const [note, setNote] = useState(incident.impact?.note ?? '');
  const [error, setError] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  if (isSaved) {
    // Until the incident comes back with it, there is nothing to propose by.
    const assessed: Incident = { ...incident, impact: { answers, people: null, note: '', by: '', at: 0 } };
    return (
      <>
        <p className="sheet-words">Written down.</p>
        <Proposal incident={assessed} onTaken={onClose} />
        <div className="sheet-actions"><QuietAction tone="plain" onClick={onClose} data-testid="leave-severity">Leave it {incident.severity}</QuietAction></div>
      </>
    );
  }
  const save = async () => {
    const counted = peopleOf(people);
    if ('problem' in counted) { setError(counted.problem); return; }
    if (!(await send('impact', { type: 'setImpact', incidentId: incident.id, answers, people: counted.people, note: note.trim() }))) return;
    if (otherSeverity(incident, answers) === null) onClose();
    else setSaved(true);
  };
  return (
    <form noValidate className="impact-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {severityQuestionNames.map((name) => <Question key={name} name={name} answer={answers[name]} onAnswer={(key) => setAnswers({ ...answers, [name]: key })} />)}
      <Field label="How many people" inputMode="numeric" value={people} error={error} hint="If somebody counted." autoComplete="off" onChange={(event) => { setPeople(event.target.value); setError(null); }} />
      <TextField label="Note" rows={2} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      <div className="sheet-actions"><PrimaryAction submit busy={sending !== null} data-testid="save-impact">{sending === null ? 'Save' : 'Saving'}</PrimaryAction></div>
    </form>
  );
}

function Question({ name, answer, onAnswer }: { name: SeverityQuestion; answer: string | undefined; onAnswer: (key: string) => void }) {
  const { question, answers } = severityQuestions[name];
  return (
    <fieldset className="impact-question">
      <legend>{question}</legend>
      {answers.map(({ key, label }) => (
        <label key={key} className="impact-answer" data-testid={`impact-${name}-${key}`}>
          <input type="radio" name={`impact-${name}`} checked={key === answer} onChange={() => onAnswer(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

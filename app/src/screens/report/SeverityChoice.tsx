import { Severity } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import { proposedSeverity, severityQuestionNames, severityQuestions } from '#domain/incident/severityGuide';
import type { SeverityAnswers, SeverityQuestion } from '#domain/incident/severityGuide';
import { QuietAction, SeverityMark } from '../../ui';
import './report.css';

/** The severity by hand, one tap; and the guide for whoever is unsure, whose proposal is taken by one tap. */
export function SeverityChoice({ severity, answers, severities, onChoose, onAnswer }: {
  severity: Severity; answers: SeverityAnswers; severities: SeverityPolicy;
  onChoose: (severity: Severity) => void; onAnswer: (answers: SeverityAnswers) => void;
}) {
  const proposal = proposedSeverity(answers);
  return (
    <div>
      <fieldset className="report-choice">
        <legend>Severity</legend>
        <div className="report-severities">
          {Severity.options.map((each) => (
            <label key={each} data-testid={`report-${each}`}>
              <input type="radio" name="severity" value={each} checked={each === severity} onChange={() => onChoose(each)} />
              <SeverityMark severity={each} />
            </label>
          ))}
        </div>
      </fieldset>
      <p className="field-hint">{severities[severity].name}: {severities[severity].meaning.charAt(0).toLowerCase()}{severities[severity].meaning.slice(1)}.</p>
      <details className="report-fold" open={proposal !== null}>
        <summary>How bad is it? Four questions</summary>
        <div className="report-guide">
          {severityQuestionNames.map((name) => (
            <Question key={name} name={name} answer={answers[name]} onAnswer={(key) => onAnswer({ ...answers, [name]: key })} />
          ))}
          <div className="report-proposal" role="status" data-testid="severity-proposal">
            {proposal === null ? null : (
              <>
                <p><span aria-hidden="true"><SeverityMark severity={proposal.severity} word={false} /></span> {proposal.reason}</p>
                {proposal.severity === severity ? <p className="quiet small">This is what is chosen.</p>
                  : <QuietAction outlined onClick={() => onChoose(proposal.severity)} data-testid="take-proposal">Take {proposal.severity}</QuietAction>}
              </>
            )}
          </div>
        </div>
      </details>
    </div>
  );
}

function Question({ name, answer, onAnswer }: { name: SeverityQuestion; answer: string | undefined; onAnswer: (key: string) => void }) {
  const { question, answers } = severityQuestions[name];
  return (
    <fieldset className="report-question">
      <legend>{question}</legend>
      {answers.map(({ key, label }) => (
        <label key={key} className="report-answer">
          <input type="radio" name={`guide-${name}`} checked={key === answer} onChange={() => onAnswer(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

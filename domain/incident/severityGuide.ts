import { Severity } from './severity';

/** The questions of the guide, in the order in which they are asked. */
export type SeverityQuestion = 'affected' | 'money' | 'security' | 'compliance';
type Answer = {
  key: string;
  /** What is tapped. */
  label: string;
  /** What it means for the severity, as a part of the reason: "everybody is affected". */
  because: string;
  severity: Severity;
};

/** What was answered so far: the key of an answer per question. An answer that does not exist counts as none. */
export type SeverityAnswers = Partial<Record<SeverityQuestion, string>>;

/**
 * Who is affected, money, security, compliance: what each answer makes of an incident at least, by the meanings of the default policy (complete outage or
 * data loss; a major feature; partial; minor). A broken rule is no SEV1 by itself: it is reported, which takes hours, not minutes.
 */
export const severityQuestions: Readonly<Record<SeverityQuestion, { question: string; answers: readonly Answer[] }>> = {
  affected: {
    question: 'Who is affected?',
    answers: [
      { key: 'everybody', label: 'Everybody', because: 'everybody is affected', severity: 'SEV1' },
      { key: 'many', label: 'Many, or a major feature', because: 'a major feature fails for many', severity: 'SEV2' },
      { key: 'some', label: 'Some, or it is slow', because: 'some people are affected', severity: 'SEV3' },
      { key: 'nobody', label: 'Nobody yet', because: 'nobody is affected yet', severity: 'SEV4' },
    ],
  },
  money: {
    question: 'Is money lost?',
    answers: [
      { key: 'stopped', label: 'Sales or payments stand still', because: 'sales or payments stand still', severity: 'SEV1' },
      { key: 'some', label: 'Some', because: 'some money is lost', severity: 'SEV2' },
      { key: 'none', label: 'No', because: 'no money is lost', severity: 'SEV4' },
    ],
  },
  security: {
    question: 'Is security broken?',
    answers: [
      { key: 'exposed', label: 'Data is lost or exposed', because: 'data is lost or exposed', severity: 'SEV1' },
      { key: 'suspected', label: 'Perhaps', because: 'security may be broken', severity: 'SEV2' },
      { key: 'none', label: 'No', because: 'security holds', severity: 'SEV4' },
    ],
  },
  compliance: {
    question: 'Is a law or contract broken?',
    answers: [
      { key: 'broken', label: 'Yes', because: 'a law or contract is broken', severity: 'SEV2' },
      { key: 'atRisk', label: 'Soon, if this goes on', because: 'a law or contract is at risk', severity: 'SEV3' },
      { key: 'none', label: 'No', because: 'no law or contract is broken', severity: 'SEV4' },
    ],
  },
};

/** The questions by name, in order. */
export const severityQuestionNames: readonly SeverityQuestion[] = ['affected', 'money', 'security', 'compliance'];

export type SeverityProposal = {
  severity: Severity;
  /** "SEV1, because everybody is affected and sales or payments stand still." */
  reason: string;
  /** How many questions nobody has answered: their answers could only make it worse. */
  open: number;
};

/** The worst severity that the answers call for, and the answers that do. Null: nothing is answered. */
export function proposedSeverity(answers: SeverityAnswers): SeverityProposal | null {
  const given = severityQuestionNames.flatMap((name) => severityQuestions[name].answers.find(({ key }) => key === answers[name]) ?? []);
  const severity = Severity.options.find((each) => given.some((answer) => answer.severity === each));
  if (severity === undefined) return null;
  const open = severityQuestionNames.length - given.length;
  const because = given.filter((answer) => answer.severity === severity).map((answer) => answer.because);
  return { severity, open, reason: `${open > 0 ? 'So far ' : ''}${severity}, because ${listed(because)}.` };
}

const listed = (parts: readonly string[]) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

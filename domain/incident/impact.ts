import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import type { Impact } from './parts';
import { type SeverityAnswers, severityQuestionNames, severityQuestions } from './severityGuide';
import { andThen, turnOf } from './turn';

/** Writes the assessment down. It proposes a severity, and sets none: that stays somebody's decision. */
export function setImpact(incident: Incident, { answers, people, note }: Pick<Impact, 'answers' | 'people' | 'note'>, who: Who, now: Instant): Decision {
  const words = impactWords({ answers, people, note });
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, impact: { answers, people, note, by: who.name, at: now } }, [{ type: 'impactSet', words }]) };
}

/** "Everybody is affected; sales or payments stand still; 12,000 people". What is fine is left out. */
export function impactWords({ answers, people, note }: Pick<Impact, 'answers' | 'people' | 'note'>): string {
  const parts = severityQuestionNames.flatMap((name) => answered(answers, name)).filter(({ severity }) => severity !== 'SEV4').map(({ because }) => because);
  const all = [...parts, ...(people === null ? [] : [`${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}`]), ...(note.trim() === '' ? [] : [note.trim()])];
  const words = all.join('; ');
  return words === '' ? 'No impact known' : words.charAt(0).toUpperCase() + words.slice(1);
}

function answered(answers: SeverityAnswers, name: (typeof severityQuestionNames)[number]) {
  return severityQuestions[name].answers.filter((answer) => answer.key === answers[name]);
}

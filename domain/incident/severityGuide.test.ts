import { describe, expect, it } from 'vitest';
import { Severity } from './severity';
import { proposedSeverity, severityQuestionNames, severityQuestions, type SeverityAnswers } from './severityGuide';

describe('the severity guide', () => {
  const cases: readonly { name: string; answers: SeverityAnswers; severity: Severity; reason: string }[] = [
    { name: 'one answer decides so far', answers: { affected: 'some' }, severity: 'SEV3', reason: 'So far SEV3, because some people are affected.' },
    {
      name: 'the worst answer wins', answers: { affected: 'nobody', money: 'none', security: 'exposed', compliance: 'none' },
      severity: 'SEV1', reason: 'SEV1, because data is lost or exposed.',
    },
    {
      name: 'all answers of the worst severity are the reason', answers: { affected: 'many', money: 'some', security: 'none', compliance: 'broken' },
      severity: 'SEV2', reason: 'SEV2, because a major feature fails for many, some money is lost and a law or contract is broken.',
    },
    {
      name: 'nothing bad anywhere is minor', answers: { affected: 'nobody', money: 'none', security: 'none', compliance: 'none' },
      severity: 'SEV4', reason: 'SEV4, because nobody is affected yet, no money is lost, security holds and no law or contract is broken.',
    },
    { name: 'a broken rule alone is no complete outage', answers: { compliance: 'broken' }, severity: 'SEV2', reason: 'So far SEV2, because a law or contract is broken.' },
  ];
  it.each(cases)('$name', ({ answers, severity, reason }) => {
    expect(proposedSeverity(answers)).toMatchObject({ severity, reason });
  });

  it('proposes nothing where nothing is answered, or only in words it does not know', () => {
    expect(proposedSeverity({})).toBeNull();
    expect(proposedSeverity({ affected: 'the cat' })).toBeNull();
  });

  it('counts the questions that nobody has answered', () => {
    expect(proposedSeverity({ affected: 'some', money: 'none' })?.open).toBe(2);
    expect(proposedSeverity({ affected: 'some', money: 'the cat' })?.open).toBe(3);
  });

  it('never gets milder by a further answer', () => {
    const rank = (answers: SeverityAnswers) => Severity.options.indexOf(proposedSeverity(answers)?.severity ?? 'SEV4');
    for (const first of severityQuestionNames) {
      for (const { key } of severityQuestions[first].answers) {
        for (const second of severityQuestionNames.filter((name) => name !== first)) {
          for (const answer of severityQuestions[second].answers) {
            expect(rank({ [first]: key, [second]: answer.key }), `${first} ${key}, then ${second} ${answer.key}`).toBeLessThanOrEqual(rank({ [first]: key }));
          }
        }
      }
    }
  });
});

import type { SeverityRule } from '#domain/incident/severity';
import { DAY, MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

export const urgencyWords: Record<SeverityRule['urgency'], string> = {
  high: 'Wakes, at any time', highInSupportHours: 'Wakes in support hours', low: 'Waits for the morning, never escalates',
};

const minutes = (count: number | null, none: string) => (count === null ? none : durationWords(count * MINUTE));

/** What a severity's rule says, name by name, for those who read it. */
export function ruleFacts(rule: SeverityRule): readonly (readonly [name: string, words: string])[] {
  return [
    ['Respond within', minutes(rule.respondWithinMinutes, '')],
    ['Urgency', urgencyWords[rule.urgency]],
    ['Acknowledge holds', minutes(rule.leaseMinutes, 'without end')],
    ['Update every', minutes(rule.updateEveryMinutes, 'no updates asked')],
    ['Watched for', minutes(rule.watchMinutes, '')],
    ['Post-mortem due', rule.postMortemDueDays === null ? 'none' : `within ${durationWords(rule.postMortemDueDays * DAY)}`],
  ];
}

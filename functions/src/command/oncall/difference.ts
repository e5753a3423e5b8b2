import type { CommandAnswer } from '#domain/command/answer';
import { holidaysOf } from '#domain/escalation/targets';
import { whoChanges } from '#domain/oncall/changes';
import type { Schedule } from '#domain/oncall/schedule';
import { newFindings } from '#domain/proof/check';
import { DAY } from '#domain/time/instant';
import type { Configuration } from '../../store/configuration';
import { changeWords } from './changeWords';

/** How far ahead a change is looked at. */
const ahead = 60 * DAY;

/**
 * What a change of a schedule means for the next 60 days: who is on call otherwise, and what the check finds that it did not find before. `before` undefined: a new
 * schedule; `after` null: it is removed.
 */
export function differenceOf(before: Schedule | undefined, after: Schedule, facts: Configuration, now: number): Required<Pick<CommandAnswer, 'changes' | 'findings'>> {
  const { [after.id]: _, ...others } = facts.schedules;
  const earlier = { ...facts, schedules: before === undefined ? others : { ...others, [after.id]: before } };
  const later = { ...facts, schedules: { ...others, [after.id]: after } };
  const was = before ?? { ...after, layers: [], overrides: [], temporary: [] };
  const changed = whoChanges(was, after, now, now + ahead, { holidays: { before: holidaysOf(was, facts), after: holidaysOf(after, facts) } });
  return {
    changes: changeWords(changed, { people: facts.people, zone: after.timeZone, now }),
    findings: newFindings(earlier, later, now),
  };
}

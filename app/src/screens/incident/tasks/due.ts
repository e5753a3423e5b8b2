import { MINUTE } from '#domain/time/instant';
import { resolveWallTime, wallTimeAt } from '#domain/time/zone';

/** What the picker of a due time holds: nothing, minutes from now, the time that it has already, or a wall time of one's own. */
export type DueChoice = 'none' | '15' | '30' | '60' | '240' | 'same' | 'own';

/** The choices that are minutes from now, with their words. */
export const dueMinutes = [['15', 'in 15 min'], ['30', 'in 30 min'], ['60', 'in 1 h'], ['240', 'in 4 h']] as const;

/** The choice as a time (ms since epoch) or none, or the sentence that says why not. `before`: when it was due so far; `local`: a wall time in `zone`. */
export function dueOf(choice: DueChoice, local: string, before: number | null, zone: string, now: number): { dueAt: number | null } | { problem: string } {
  switch (choice) {
    case 'none': return { dueAt: null };
    case 'same': return { dueAt: before };
    case '15': case '30': case '60': case '240': return { dueAt: now + Number(choice) * MINUTE };
    case 'own':
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return { problem: 'Both a day and a time are needed.' };
      return { dueAt: resolveWallTime(local, zone, 'first') };
    default: return choice satisfies never;
  }
}

/** What one's own time begins with: the next full hour. */
export const nextHour = (now: number, zone: string): string => `${wallTimeAt(now + 60 * MINUTE, zone).slice(0, 13)}:00`;

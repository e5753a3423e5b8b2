import type { ExitItem } from '#domain/incident/exitList';
import type { Incident } from '#domain/incident/incident';
import type { VerdictKind } from '#domain/incident/parts';
import { verdictNames } from '#domain/incident/verdict';

/** What each verdict means, for who decides it at four in the morning. */
export const verdictMeanings: Readonly<Record<VerdictKind, string>> = {
  real: 'Something was broken. It was right to page.', falsePositive: 'Nothing was broken. The alert should be tuned.',
  duplicate: 'Another incident was about the same.', known: 'Seen before: a way around it is written down.',
};

/** The verdicts in the order of the choices. */
export const verdictChoices: readonly VerdictKind[] = ['real', 'falsePositive', 'duplicate', 'known'];

/** "3 of 5": what needs nobody any more, of all. */
export function progressWords(items: readonly Pick<ExitItem, 'state'>[]): string {
  return `${items.filter(({ state }) => state !== 'open').length} of ${items.length}`;
}

/** "Left open: Verified and Watched. It waits in the shift review." null: nothing is left. */
export function leftOpenWords(items: readonly Pick<ExitItem, 'item' | 'state'>[]): string | null {
  const open = items.filter(({ state }) => state === 'open').map(({ item }) => item);
  if (open.length === 0) return null;
  return open.length === 1 ? `${open[0] ?? ''} is left open and waits in the shift review.` : `${open.length} items are left open and wait in the shift review.`;
}

/**
 * Which parts of the resolve sheet can wait for the morning (LOOK): at night, what it was and why; and the exit list of what is no SEV1 or SEV2, whose list
 * is there to keep a big incident from ending too early.
 */
export function canWait({ severity }: Pick<Incident, 'severity'>, atNight: boolean): { verdict: boolean; exitList: boolean } {
  return { verdict: atNight, exitList: atNight && severity !== 'SEV1' && severity !== 'SEV2' };
}

/** Whether the stakeholders of it have heard of it, or were owed updates, and not of its end. */
export function owesFinalUpdate({ cadenceMinutes, updateCount, finalUpdateAt }: Pick<Incident, 'cadenceMinutes' | 'updateCount' | 'finalUpdateAt'>): boolean {
  return finalUpdateAt === null && (cadenceMinutes !== null || updateCount > 0);
}

/** "False positive, by Ada". */
export const verdictLine = ({ kind, by }: { kind: VerdictKind; by: string }): string => `${verdictNames[kind]}, by ${by}`;

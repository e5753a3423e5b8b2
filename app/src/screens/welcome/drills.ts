import { z } from 'zod';

/**
 * One alert of the lead-through. Its code stands in the title, so that its incident is found even when the hook only said
 * `accepted`. Times in ms since epoch, by this device's clock.
 */
export const Drill = z.object({ code: z.string(), tappedAt: z.number(), answeredAt: z.number(), incidentId: z.string().nullable() });
export type Drill = z.infer<typeof Drill>;

/** `answered`: the one to acknowledge. `left`: the one to leave alone. */
export type DrillName = 'answered' | 'left';
/** `reached`: the furthest step (from 0) that the reader went on to; what they have not read to the end stays open. */
const Progress = z.object({ answered: Drill.nullable(), left: Drill.nullable(), skipped: z.boolean(), reached: z.number() });
export type Progress = z.infer<typeof Progress>;

const KEPT = 'rouse.welcome';
const listeners = new Set<() => void>();
let progress: Progress = remembered();

function remembered(): Progress {
  try {
    return Progress.parse(JSON.parse(sessionStorage.getItem(KEPT) ?? 'null'));
  } catch {
    return { answered: null, left: null, skipped: false, reached: 0 };
  }
}

/** How far the lead-through is: kept while the tab lives, since opening the alarm leads away from it and back. */
export const welcomeProgress = {
  current: (): Progress => progress,
  learn: (news: Partial<Progress>): void => {
    progress = { ...progress, ...news };
    sessionStorage.setItem(KEPT, JSON.stringify(progress));
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four characters that can be read out and found again. */
export function newCode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => alphabet[byte % alphabet.length] ?? '').join('');
}

/** What the alert is called: it says by itself that nothing is wrong, for whoever else sees it. */
export function drillTitle(name: DrillName, code: string): string {
  return name === 'answered' ? `Drill ${code}: nothing is wrong, acknowledge this` : `Drill ${code}: nothing is wrong, leave this unanswered`;
}

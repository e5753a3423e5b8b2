import type { Drill } from '#domain/drill/drill';
import { scenarios } from '#domain/drill/scenarios';
import { resultWords } from '#domain/drill/words';
import { whenWords } from '#domain/time/words';

type Reader = { userId: string; role: 'admin' | 'responder' | 'stakeholder' };

/** Whether this reader sees it: a surprise that is still to come is known to its planner and the admins alone. */
export const isShown = ({ isSurprise, state, createdBy }: Drill, { userId, role }: Reader): boolean => !isSurprise || state !== 'scheduled' || role === 'admin' || createdBy.userId === userId;

/** What the reader sees of all drills: what runs, what comes (the next first), what is over (the newest first). */
export function groupsOf(all: readonly Drill[], reader: Reader): { running: Drill[]; planned: Drill[]; past: Drill[] } {
  const shown = all.filter((drill) => isShown(drill, reader));
  return {
    running: shown.filter(({ state }) => state === 'running'),
    planned: shown.filter(({ state }) => state === 'scheduled').sort((a, b) => a.startsAt - b.startsAt),
    past: shown.filter(({ state }) => state === 'over' || state === 'cancelled').sort((a, b) => b.startsAt - a.startsAt),
  };
}

/** A drill in a line under its name: what of, when, and how it went. `now`: ms since epoch. */
export function drillWords(drill: Drill, now: number, zone: string): string {
  const when = whenWords(drill.startsAt, now, zone);
  switch (drill.state) {
    case 'scheduled': return `${drill.serviceName} · ${when}${drill.isSurprise ? ' · a surprise' : ''}`;
    case 'running': return `${drill.serviceName} · since ${when}`;
    case 'over': return `${drill.serviceName} · ${when} · ${drill.result === null ? 'its result was not told' : resultWords(drill.result)}`;
    case 'cancelled': return `${drill.serviceName} · ${when} · called off`;
    default: return drill.state satisfies never;
  }
}

export const nameOf = ({ scenario }: Pick<Drill, 'scenario'>): string => scenarios[scenario].name;

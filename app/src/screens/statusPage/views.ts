import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice, MaintenanceNotice, Notice } from '#domain/statusPage/notice';
import { DAY } from '#domain/time/instant';

/** How long what is over stays on the screen, in ms: the page itself keeps its own history. */
const OVER_FOR = 14 * DAY;

export type Standing = {
  /** Words that nobody outside has read; the oldest first, since it waits longest. */
  waiting: IncidentNotice[];
  /** Public and not resolved, the newest first. */
  open: IncidentNotice[];
  /** Maintenance that is on or comes, the next first. */
  planned: MaintenanceNotice[];
  /** Resolved lately and public, the last first; those without a summary among them. */
  over: IncidentNotice[];
};

/** The notices as a person looks for them. One that is open and has a draft stands in both lists. `now` in ms since epoch. */
export function standingOf(notices: readonly Notice[], now: number): Standing {
  const ofIncidents = notices.filter((one) => one.kind === 'incident');
  return {
    waiting: ofIncidents.filter(({ draft }) => draft !== null).sort((a, b) => (a.draft?.at ?? 0) - (b.draft?.at ?? 0)),
    open: ofIncidents.filter(({ publishedAt, resolvedAt }) => publishedAt !== null && resolvedAt === null).sort((a, b) => b.startedAt - a.startedAt),
    planned: notices.filter((one) => one.kind === 'maintenance').filter((one) => !isOverMaintenance(one, now)).sort((a, b) => a.startsAt - b.startsAt),
    over: ofIncidents.filter(({ resolvedAt }) => resolvedAt !== null && resolvedAt > now - OVER_FOR).sort((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0)),
  };
}

/** Nothing of it can be changed any more: it was cancelled, is completed, or its end is past. */
export const isOverMaintenance = ({ cancelledAt, completedAt, endsAt }: MaintenanceNotice, now: number): boolean => cancelledAt !== null || completedAt !== null || endsAt <= now;

/** Groups as the page has them: each where its first component stands, by place and then by name; `name` '': what stands by itself. */
export function groupsOf(components: readonly StatusComponent[]): { name: string; components: StatusComponent[] }[] {
  const sorted = [...components].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'));
  return [...new Set(sorted.map(({ group }) => group))].map((name) => ({ name, components: sorted.filter(({ group }) => group === name) }));
}

/** The first words of a text, for a row: at most so many characters, cut at a space. */
export function firstWords(text: string, most = 110): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
}

/** The names of what a notice touches, as they are called now; one that was removed meanwhile is counted. */
export function touchedNames(touched: readonly { componentId: string }[], components: readonly StatusComponent[]): string {
  const names = touched.flatMap(({ componentId }) => components.find(({ id }) => id === componentId)?.name ?? []);
  const gone = touched.length - names.length;
  return [...names, ...(gone === 0 ? [] : [gone === 1 ? 'a removed component' : `${gone} removed components`])].join(', ');
}

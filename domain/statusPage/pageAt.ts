import type { Instant } from '../time/instant';
import type { StatusComponent } from './component';
import { stateOf } from './componentState';
import type { StatusPageSettings } from './notice';
import type { PublicComponent, PublicMaintenance, PublicNotice, PublicPage } from './publicStatus';
import { shortened } from './shown';
import type { Span } from './spans';

/** The page, and what its components were in until it changed: spans of states that have ended. */
export type Progress = { page: PublicPage; closed: Span[] };

/** What the page is made of. `notices` that are open and public, `maintenance` that is not over. */
export type Makings = { settings: StatusPageSettings; components: readonly StatusComponent[]; notices: readonly PublicNotice[]; maintenance: readonly PublicMaintenance[] };

/**
 * The page as it is at `now`: maintenance begins and ends at its own time, whether or not anything ran then. From public documents alone, so it is right while nothing else can be read.
 */
export function pageAt(page: PublicPage, now: Instant): Progress {
  const moments = [...new Set(page.maintenance.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].filter((at) => page.changedAt < at && at <= now).sort((a, b) => a - b);
  return moments.reduce<Progress>(({ page: before, closed }, at) => {
    const after = inStates(before, at);
    return { page: after.page, closed: [...closed, ...after.closed] };
  }, { page, closed: [] });
}

/** The page made anew at `now` from what it is made of; `before`: as it was stored. A component that is new is known from now on. */
export function remade(before: PublicPage | null, { settings, components, notices, maintenance }: Makings, now: Instant): Progress {
  const past: Progress = before === null ? { page: { title: '', about: '', supportUrl: null, changedAt: now, components: [], notices: [], maintenance: [] }, closed: [] } : pageAt(before, now);
  const known = new Map(past.page.components.map((component) => [component.id, component]));
  const page: PublicPage = {
    title: settings.title, about: settings.about, supportUrl: settings.supportUrl, changedAt: now,
    components: inOrder(components).map(({ id, name, description, group, held }): PublicComponent => {
      const { state, sinceAt, knownAt } = known.get(id) ?? { state: 'operational' as const, sinceAt: now, knownAt: now };
      return { id, name, description, group, state, sinceAt, knownAt, held: held?.state ?? null };
    }),
    notices: [...notices].sort((a, b) => b.startedAt - a.startedAt).map(shortened).map((notice) => renamed(notice, components)),
    maintenance: maintenance.filter(({ endsAt, cancelledAt }) => endsAt > now && cancelledAt === null).sort((a, b) => a.startsAt - b.startsAt).map((each) => renamed(each, components)),
  };
  const gone = past.page.components.filter(({ id }) => !components.some((each) => each.id === id));
  const after = inStates(page, now);
  return { page: after.page, closed: [...past.closed, ...gone.flatMap((component) => ended(component, now)), ...after.closed] };
}

/** What is still open calls its components by their names of now. */
const renamed = <T extends PublicNotice | PublicMaintenance>(whole: T, components: readonly StatusComponent[]): T =>
  ({ ...whole, components: whole.components.map((each) => ({ ...each, name: components.find(({ id }) => id === each.componentId)?.name ?? each.name })) });

/** By their place, then by name; a group stands where its first component does. */
function inOrder(components: readonly StatusComponent[]): StatusComponent[] {
  const sorted = [...components].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'));
  const groups = [...new Set(sorted.map(({ group }) => group))];
  return groups.flatMap((group) => sorted.filter((component) => component.group === group));
}

function inStates(page: PublicPage, at: Instant): Progress {
  const closed: Span[] = [];
  const components = page.components.map((component) => {
    const state = stateOf(component, page.notices, page.maintenance, at);
    if (state === component.state) return component;
    closed.push(...ended(component, at));
    return { ...component, state, sinceAt: at };
  });
  return { page: { ...page, components }, closed };
}

const ended = ({ id, state, sinceAt }: PublicComponent, until: Instant): Span[] => (state === 'operational' || until <= sinceAt ? [] : [{ componentId: id, state, from: sinceAt, until }]);

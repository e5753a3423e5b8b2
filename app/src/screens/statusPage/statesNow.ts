import type { ComponentState, StatusComponent } from '#domain/statusPage/component';
import { stateOf } from '#domain/statusPage/componentState';
import type { Notice } from '#domain/statusPage/notice';
import { shownMaintenance, shownNotice } from '#domain/statusPage/shown';

/** How each component is at `now` (ms since epoch), by its id: by the page's own rule, from what is public of the notices. */
export function statesNow(components: readonly StatusComponent[], notices: readonly Notice[], now: number): ReadonlyMap<string, ComponentState> {
  const open = notices.flatMap((notice) => (notice.kind === 'incident' && notice.resolvedAt === null ? (shownNotice(notice, components) ?? []) : []));
  const planned = notices.flatMap((notice) => (notice.kind === 'maintenance' && notice.cancelledAt === null ? [shownMaintenance(notice, components)] : []));
  return new Map(components.map(({ id, held }) => [id, stateOf({ id, held: held?.state ?? null }, open, planned, now)]));
}

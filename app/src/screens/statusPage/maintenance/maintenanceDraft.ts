import { z } from 'zod';
import type { StatusComponent } from '#domain/statusPage/component';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { DAY, HOUR } from '#domain/time/instant';
import { resolveWallTime, WallTime, wallTimeAt } from '#domain/time/zone';
import type { Issue } from '../../../commands/send';
import type { Wish } from '../../../commands/wish';

/** Planned maintenance as it is typed; the times are wall times in the reader's zone. */
export const MaintenanceDraft = z.strictObject({ title: z.string(), componentIds: z.array(z.string()), startsAt: z.string(), endsAt: z.string(), text: z.string() });
export type MaintenanceDraft = z.infer<typeof MaintenanceDraft>;

/** What the form starts with: what is announced, or two hours that begin tomorrow at the next full hour. `now` in ms since epoch. */
export function maintenanceDraftOf(notice: MaintenanceNotice | null, now: number, zone: string): MaintenanceDraft {
  if (notice === null) {
    const start = Math.ceil(now / HOUR) * HOUR + DAY;
    return { title: '', componentIds: [], startsAt: wallTimeAt(start, zone), endsAt: wallTimeAt(start + 2 * HOUR, zone), text: '' };
  }
  const { title, components, startsAt, endsAt, text } = notice;
  return { title, componentIds: components.map(({ componentId }) => componentId), startsAt: wallTimeAt(startsAt, zone), endsAt: wallTimeAt(endsAt, zone), text };
}

/** The hours that were typed, as instants; null: one of them is no time. */
export function hoursOf({ startsAt, endsAt }: Pick<MaintenanceDraft, 'startsAt' | 'endsAt'>, zone: string): { startsAt: number; endsAt: number } | null {
  if (!WallTime.safeParse(startsAt).success || !WallTime.safeParse(endsAt).success) return null;
  return { startsAt: resolveWallTime(startsAt, zone, 'first'), endsAt: resolveWallTime(endsAt, zone, 'last') };
}

/** The draft without components that were removed since it was begun: no box of theirs is left to untick. */
export const ofExisting = (draft: MaintenanceDraft, components: readonly Pick<StatusComponent, 'id'>[]): MaintenanceDraft =>
  ({ ...draft, componentIds: draft.componentIds.filter((componentId) => components.some(({ id }) => id === componentId)) });

type MaintenanceWish = Omit<Extract<Wish, { type: 'saveMaintenanceNotice' }>, 'type' | 'noticeId'>;

/** What is announced, or what is wrong with it. */
export function maintenanceOf(draft: MaintenanceDraft, zone: string): MaintenanceWish | { issues: Issue[] } {
  const hours = hoursOf(draft, zone);
  const issues: Issue[] = [
    ...(draft.title.trim() === '' ? [{ path: 'title', message: 'is needed' }] : []),
    ...(draft.componentIds.length === 0 ? [{ path: 'components', message: 'Choose at least one component.' }] : []),
    ...(hours === null ? [{ path: WallTime.safeParse(draft.startsAt).success ? 'endsAt' : 'startsAt', message: 'is needed' }] : []),
    ...(hours !== null && hours.endsAt <= hours.startsAt ? [{ path: 'endsAt', message: 'must be after the start' }] : []),
    ...(draft.text.trim() === '' ? [{ path: 'text', message: 'Say what is done, and what to expect meanwhile.' }] : []),
  ];
  if (issues.length > 0 || hours === null) return { issues };
  return { title: draft.title.trim(), components: draft.componentIds.map((componentId) => ({ componentId, state: 'maintenance' as const })), ...hours, text: draft.text.trim() };
}

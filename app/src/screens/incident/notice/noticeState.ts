import type { Incident } from '#domain/incident/incident';
import { type Phase, phaseNames } from '#domain/incident/phase';
import type { IncidentNotice, Notice } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';
import type { Live } from '../../../live/live';
import { firstWords } from '../../statusPage/views';

/** What the incident's screen says of its public notice. `nothing`: there is nothing to say, or not yet. */
export type NoticeState =
  | { kind: 'nothing' }
  | { kind: 'drill' }
  /** Nobody outside was told. `drafts` false: its service touches no component, so that a person has to say which. */
  | { kind: 'none'; drafts: boolean }
  | { kind: 'waits'; noticeId: string; title: string; words: string; isFirst: boolean; phase: Phase }
  | { kind: 'public'; noticeId: string; standing: string; next: string };

type Facts = {
  /** undefined: not known so far; null: there is none. */
  notice: IncidentNotice | null | undefined;
  /** How many components the status page has, and whether one is the service's; undefined: not known so far. */
  page: { components: number; isTouched: boolean } | undefined;
  /** Whether the reader is to be asked to begin one: not before somebody has the incident. */
  offers: boolean;
};

/** The notice of an incident among those that a listener has of it: null where it has none, undefined where that is not certain. A device's copy may lack it, and a published one is somewhere. */
export function noticeAmong(live: Live<readonly Notice[]>, { publicNotice }: Pick<Incident, 'publicNotice'>): IncidentNotice | null | undefined {
  if (live.state !== 'live' && live.state !== 'cached') return undefined;
  const found = live.value.find((one) => one.kind === 'incident');
  return found ?? (live.state === 'cached' || live.unreadable > 0 || publicNotice ? undefined : null);
}

/** How the public notice of an incident stands, for the people who work on it. */
export function noticeState({ status, drillId, mergedInto }: Pick<Incident, 'status' | 'drillId' | 'mergedInto'>, { notice, page, offers }: Facts, now: number, zone: string): NoticeState {
  if (page === undefined) return { kind: 'nothing' };
  if (drillId !== null) return page.components === 0 ? { kind: 'nothing' } : { kind: 'drill' };
  if (notice === undefined) return { kind: 'nothing' };
  if (notice === null) return page.components === 0 || !offers || status === 'resolved' || mergedInto !== null ? { kind: 'nothing' } : { kind: 'none', drafts: page.isTouched };
  const { id, draft, updates, resolvedAt, summary } = notice;
  const last = updates.at(-1);
  if (draft !== null) return { kind: 'waits', noticeId: id, title: last === undefined ? 'A draft waits' : 'An update waits', words: firstWords(draft.text), isFirst: last === undefined, phase: draft.phase };
  if (last === undefined) return { kind: 'nothing' };
  const next = resolvedAt === null ? 'Publish an update' : summary === null ? 'Write the summary' : 'Read it';
  return { kind: 'public', noticeId: id, standing: `${phaseNames[last.phase]}, told at ${whenWords(last.at, now, zone)}`, next };
}

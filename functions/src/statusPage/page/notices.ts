import { phaseNames } from '#domain/incident/phase';
import { componentStateNames } from '#domain/statusPage/component';
import { worstOf } from '#domain/statusPage/componentState';
import type { NamedComponent, PastNotice, PublicMaintenance, PublicNotice } from '#domain/statusPage/publicStatus';
import { untilWords } from '#domain/statusPage/words';
import { durationWords } from '#domain/time/words';
import { escaped } from '../../pages/html';
import { stateMark } from './marks';
import { paragraphs, timeTag } from './text';

const names = (components: readonly NamedComponent[]) => components.map(({ name }) => escaped(name)).join(', ');

/** What it touches: one state for all, or each by itself. */
export function touchedWords(components: readonly NamedComponent[]): string {
  if (components.length === 0) return '';
  const states = new Set(components.map(({ state }) => state));
  const [only] = states;
  if (states.size === 1 && only !== undefined) return `<p>${stateMark(only)} <span class="q">${names(components)}</span></p>`;
  return `<p>${stateMark(worstOf([...states]))} <span class="q">${components.map(({ name, state }) => `${escaped(name)} (${componentStateNames[state].toLowerCase()})`).join(', ')}</span></p>`;
}

const headingOf = ({ id, title }: { id: string; title: string }, level: 'h1' | 'h3') =>
  (level === 'h1' ? `<h1>${escaped(title)}</h1>` : `<h3><a href="/status/notices/${encodeURIComponent(id)}">${escaped(title)}</a></h3>`);

/** An incident that is or was: what it touches, and what was said of it, newest first. */
export function noticeCard(notice: PublicNotice, level: 'h1' | 'h3'): string {
  const { components, updates, updateCount } = notice;
  const items = [...updates].reverse().map(({ at, phase, text }) => `<li><p><b>${phaseNames[phase]}</b> <span class=q>${timeTag(at)}</span></p>${paragraphs(text)}</li>`);
  const more = updateCount - updates.length;
  return `<article class="k">${headingOf(notice, level)}${touchedWords(components)}<ul class="v">${items.join('')}</ul>${more > 0 ? `<p class="q">${more} earlier ${more === 1 ? 'update' : 'updates'}: open it to read all.</p>` : ''}</article>`;
}

/** "21 Nov 2026, 12:04 UTC to 14:00 UTC". */
export const spanTag = (from: number, until: number): string => `${timeTag(from)} to ${timeTag(until, untilWords(until, from))}`;

export function maintenanceCard(maintenance: PublicMaintenance, level: 'h1' | 'h3', now: number): string {
  const { components, text, startsAt, endsAt, cancelledAt } = maintenance;
  const state = cancelledAt !== null ? 'Cancelled' : now < startsAt ? 'Planned' : now < endsAt ? 'Under way' : 'Over';
  return `<article class="k">${headingOf(maintenance, level)}<p><b>${state}</b> <span class="q">${spanTag(startsAt, endsAt)}</span></p>${state === 'Under way' ? touchedWords(components) : `<p class="q">${names(components)}</p>`}${text === '' ? '' : `<div>${paragraphs(text)}</div>`}</article>`;
}

/** What was found out, where it was published. */
export function summaryList(summary: PastNotice['summary']): string {
  if (summary === null) return '';
  const parts = ([['Impact', summary.impact], ['Root cause', summary.rootCause], ['Resolution', summary.resolution]] as const).filter(([, text]) => text !== '');
  return parts.length === 0 ? '' : `<dl>${parts.map(([name, text]) => `<dt>${name}</dt><dd>${paragraphs(text)}</dd>`).join('')}</dl>`;
}

/** One that is over, in short. */
export function pastCard(past: PastNotice): string {
  const { components, startedAt, endedAt, cancelled, kind, last, summary } = past;
  const what = cancelled ? 'Cancelled' : kind === 'maintenance' ? 'Maintenance' : 'Resolved';
  const summarised = summaryList(summary);
  return `<article class="k">${headingOf(past, 'h3')}<p class="q"><b>${what}</b>${cancelled ? '' : ` ${kind === 'maintenance' ? 'for' : 'after'} ${durationWords(endedAt - startedAt)}`} · ${spanTag(startedAt, endedAt)}</p>
${kind === 'maintenance' ? `<p class="q">${names(components)}</p>` : touchedWords(components)}${summarised === '' ? `<div>${paragraphs(last)}</div>` : summarised}</article>`;
}

import type { Incident } from '../incident/incident';
import type { TimelineEntry } from '../incident/timeline';
import { changeWords } from '../incident/words';
import type { MetricsTargets } from '../metrics/targets';
import { roleNames } from '../role/roleNames';
import { durationWords } from '../time/words';
import { whatRan } from './automation';
import { plain } from './draft';
import { type PostMortem, type PostMortemState, SectionName, sectionTitles } from './postMortem';
import { ownerWords } from './reminders';
import { timeMeanings, timeNames, timesOf } from './times';

export const stateNames: Record<PostMortemState, string> = { draft: 'Draft', inReview: 'In review', published: 'Published' };

/** `2026-11-21 03:12:05`, UTC. */
const utc = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const utcDay = (at: number): string => utc(at).slice(0, 10);
const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']);

/**
 * The whole post-mortem as one Markdown file, for a wiki or an archive: what people wrote as they wrote it; times, responders and the timeline from the incident (null: it could not be
 * read), in UTC. `entries`: oldest first.
 */
export function markdownOf(postMortem: PostMortem, incident: Incident | null, entries: readonly TimelineEntry[], targets: MetricsTargets): string {
  const { incidentId, title, severity, serviceName, triggeredAt, resolvedAt, state, actionItems } = postMortem;
  const facts = [
    ['Incident', incidentId], ['Severity', severity], ['Service', plain(serviceName)], ['State', stateNames[state]], ['Triggered', `${utc(triggeredAt)} UTC`], ['Resolved', `${utc(incident?.clocks.resolvedAt ?? resolvedAt)} UTC`],
  ] as const;
  const [first, ...others] = SectionName.options.map((name) => part(sectionTitles[name], [postMortem.sections[name].text.trim() || '_Nothing written yet._']));
  return [
    `# Post-mortem: ${plain(title)}`, '', ...facts.map(([name, value]) => `- ${name}: ${value}`), '',
    ...(first ?? []),
    ...part('Times', incident === null ? [] : timesOf(incident, targets).map(({ measure, took, target, met }) =>
      `- ${timeNames[measure]}, ${timeMeanings[measure]}: ${took === null ? 'not measured' : durationWords(took)}${target === null ? '' : ` (target ${durationWords(target)}${met === null ? '' : met ? ', met' : ', missed'})`}`)),
    ...part('Responders', incident === null ? [] : respondersOf(incident).map(({ name, does }) => `- ${plain(name)}${does === '' ? '' : `: ${does}`}`)),
    ...part('What ran by itself (UTC)', whatRan(entries).map(({ at, words, by }) => `- \`${utc(at)}\` ${plain(words).replace(/\s*\n\s*/g, ' ')}${by === null ? '' : ` (asked for by ${plain(by)})`}`)),
    ...others.flat(),
    ...part('Action items', actionItems.map((item) =>
      `- [${item.doneAt === null ? ' ' : 'x'}] ${plain(item.title)} (${plain(ownerWords(item.owner))}${item.dueAt === null ? '' : `, due ${utcDay(item.dueAt)}`}${item.doneAt === null ? '' : `, done ${utcDay(item.doneAt)}`})`)),
    ...part('Timeline (UTC)', entries.flatMap(({ at, actor, changes }) => changes.map((change) => `- \`${utc(at)}\` ${plain(changeWords(change, actor)).replace(/\s*\n\s*/g, ' ')}`))),
  ].join('\n').replace(/\n{3,}/g, '\n\n').trimEnd() + '\n';
}

/** Everybody who was paged or had a role, by name, and what they did in it. */
export function respondersOf({ responders, roles, owner }: Pick<Incident, 'responders' | 'roles'> & { owner?: { name: string } | null }): { name: string; does: string }[] {
  const names = [...new Set([...roles.map(({ name }) => name), ...(owner === null || owner === undefined ? [] : [owner.name]), ...responders.map(({ name }) => name)])];
  return names.map((name) => {
    const held = roles.filter((role) => role.name === name).map(({ role }) => roleNames[role].toLowerCase());
    const had = owner?.name === name ? ['had the incident'] : [];
    const answered = responders.find((responder) => responder.name === name)?.state;
    const did = held.length + had.length > 0 || answered === undefined ? [] : [answered === 'acknowledged' ? 'acknowledged' : 'was paged'];
    return { name, does: [...held, ...had, ...did].join(', ') };
  });
}

/** The file's name: `INC-K7Q2MD-post-mortem.md`. */
export const markdownName = ({ incidentId }: Pick<PostMortem, 'incidentId'>): string => `${incidentId}-post-mortem.md`;

import { durationWords } from '../time/words';
import { impactWords } from '../incident/impact';
import { verdictNames } from '../incident/verdict';
import type { Incident, Resolved } from '../incident/incident';
import type { SeverityPolicy } from '../incident/severity';
import { DAY, type Instant } from '../time/instant';
import { type PostMortem, type Section, type SectionName, SectionName as Names } from './postMortem';

/** Whether the end of this incident drafts a post-mortem by itself: its severity says until when one is due. One that went on in another is told there, and of a drill its result. */
export function isDrafted(incident: Incident, severities: SeverityPolicy): incident is Resolved {
  return incident.status === 'resolved' && incident.mergedInto === null && incident.drillId === null && severities[incident.severity].postMortemDueDays !== null && incident.verdict?.kind !== 'falsePositive' && incident.verdict?.kind !== 'duplicate';
}

/** The post-mortem of an incident that has ended, as far as the incident itself can tell it; what nobody has said yet is left empty. `now`: ms since epoch. */
export function draftOf(incident: Resolved, severities: SeverityPolicy, now: Instant): PostMortem {
  const { clocks } = incident;
  const dueDays = severities[incident.severity].postMortemDueDays;
  const resolvedAt = clocks.resolvedAt ?? now;
  const text: Partial<Record<SectionName, string>> = { summary: summaryOf(incident, resolvedAt), impact: impactOf(incident), rootCause: incident.verdict?.cause ?? '', contributingFactors: '' };
  const section = (name: SectionName): Section => ({ text: text[name] ?? '', version: 0, by: null, at: now });
  return {
    incidentId: incident.id, title: incident.title, severity: incident.severity, serviceId: incident.serviceId, serviceName: incident.serviceName,
    triggeredAt: clocks.triggeredAt, resolvedAt, state: 'draft', createdAt: now, dueAt: dueDays === null ? null : resolvedAt + dueDays * DAY,
    reviewAt: null, publishedAt: null, publishedBy: null,
    ownerId: incident.roles.find(({ role }) => role === 'incidentCommander')?.userId ?? incident.owner?.userId ?? null,
    // Each name is there: Object.fromEntries knows only that some are.
    sections: Object.fromEntries(Names.options.map((name) => [name, section(name)])) as Record<SectionName, Section>, actionItems: [], remindAt: null,
  };
}

function summaryOf({ title, description, severity, serviceName, clocks, reopenedCount, verdict }: Resolved, resolvedAt: Instant): string {
  const restored = clocks.mitigatedAt ?? resolvedAt;
  return [
    `**${plain(title)}**: ${severity} on ${plain(serviceName)}, ${durationWords(Math.max(0, restored - clocks.startedAt))} from its start to the restored service.`,
    ...(description === '' ? [] : [plain(description)]),
    ...(verdict === null ? [] : [`Judged: ${verdictNames[verdict.kind].toLowerCase()}.`]),
    ...(reopenedCount === 0 ? [] : [`It was reopened ${reopenedCount === 1 ? 'once' : `${reopenedCount} times`}.`]),
  ].join('\n\n');
}

function impactOf({ impact }: Resolved): string {
  return impact === null ? '' : `${plain(impactWords(impact)).replace(/\.$/, '')}.`;
}

/** What strangers wrote is words here, not Markdown; with no more backslashes than that takes, for people go on writing in it. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/^(\s*)([#+=-]|\d+(?=[.)]))/gm, (_all, space: string, mark: string) => (/\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`));

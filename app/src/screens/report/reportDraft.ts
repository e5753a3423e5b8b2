import { z } from 'zod';
import type { Wish } from '../../commands/wish';
import { IncidentType, Link } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import { MINUTE } from '#domain/time/instant';

/** When the impact began, as it is chosen: `now`, so many minutes before the choice, or a time (ms since epoch, by then fixed). */
const StartOfImpact = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('now') }),
  z.strictObject({ choice: z.literal('ago'), minutes: z.number().int(), at: z.number().int() }),
  z.strictObject({ choice: z.literal('time'), local: z.string(), at: z.number().int().nullable() }),
]);
export type StartOfImpact = z.infer<typeof StartOfImpact>;

/** A report as it is being typed: kept on the device until it is sent. */
export const ReportDraft = z.strictObject({
  title: z.string(), serviceId: z.string(), severity: Severity.nullable(), incidentType: IncidentType.nullable(), description: z.string(), logs: z.string(),
  links: z.array(z.string()), started: StartOfImpact, answers: z.record(z.string(), z.string()),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

export const emptyReport: ReportDraft = {
  title: '', serviceId: '', severity: null, incidentType: null, description: '', logs: '', links: [], started: { choice: 'now' }, answers: {},
};

/** How much of logs an incident takes. */
export const LOGS_MAX = 20_000;

/** So many minutes before `now` (ms since epoch): fixed at the tap, for the time that typing takes is not the impact's. */
export const agoAt = (minutes: number, now: number): StartOfImpact => ({ choice: 'ago', minutes, at: now - minutes * MINUTE });

/** The fields that can be wrong. */
export type ReportErrors = Partial<Record<'title' | 'service' | 'description' | 'logs' | 'links' | 'started', string>>;

/** What is still missing or wrong, in sentences at the fields. `now`: ms since epoch. */
export function reportErrors(draft: ReportDraft, serviceId: string, now: number): ReportErrors {
  const wrong = linksOf(draft.links).find(({ link }) => link === null);
  return {
    ...(draft.title.trim() === '' ? { title: 'Say in a few words what is wrong.' } : {}),
    ...(serviceId === '' ? { service: 'Choose what is affected. If you are unsure, the nearest one will do.' } : {}),
    ...(draft.logs.length > LOGS_MAX ? { logs: `${draft.logs.length.toLocaleString('en')} of ${LOGS_MAX.toLocaleString('en')} characters. Leave the part that shows it.` } : {}),
    ...(wrong ? { links: `“${wrong.text}” is not an address such as https://grafana.example.com/d/checkout.` } : {}),
    ...(draft.started.choice === 'time' && draft.started.at === null ? { started: 'Enter the date and time.' } : {}),
    ...(draft.started.choice === 'time' && draft.started.at !== null && draft.started.at > now + MINUTE ? { started: 'This is in the future.' } : {}),
  };
}

/** What was typed as links, each with what it is; null: it is no web address. The server's name stands for its text. */
function linksOf(typed: readonly string[]): { text: string; link: Link | null }[] {
  return typed.map((text) => text.trim()).filter((text) => text !== '').map((text) => {
    const href = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
    return { text, link: Link.safeParse({ href, text: hostOf(href) }).data ?? null };
  });
}

function hostOf(href: string): string {
  try {
    return new URL(href).host;
  } catch {
    return '';
  }
}

/** The command that reports it. Empty fields are left out; `mayRate`: whether the sender's severity counts. */
export function reportWish(draft: ReportDraft, serviceId: string, mayRate: boolean): Extract<Wish, { type: 'reportIncident' }> {
  const links = linksOf(draft.links).flatMap(({ link }) => link ?? []);
  const { started } = draft;
  const startedAt = started.choice === 'now' ? null : started.at;
  return {
    type: 'reportIncident', title: draft.title.trim(), serviceId,
    ...(draft.description.trim() === '' ? {} : { description: draft.description.trim() }),
    ...(draft.logs.trim() === '' ? {} : { logs: draft.logs }),
    ...(mayRate && draft.severity !== null ? { severity: draft.severity } : {}),
    ...(draft.incidentType === null ? {} : { incidentType: draft.incidentType }),
    ...(links.length === 0 ? {} : { links }),
    ...(startedAt === null ? {} : { startedAt }),
  };
}

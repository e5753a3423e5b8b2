import { impactWords } from '../incident/impact';
import type { Incident, IncidentType } from '../incident/incident';
import type { Phase } from '../incident/phase';
import type { SeverityPolicy } from '../incident/severity';
import { type Instant, MINUTE } from '../time/instant';
import { clockTime, durationWords, whenWords } from '../time/words';
import type { TimeZone } from '../time/zone';

type Facts = { severities: SeverityPolicy };

/**
 * A text to begin with, for people outside: what does not work, since when, what is done, when they hear again; at the end what it was, how long, and what follows. From the
 * service, the type, the clocks and the assessed impact alone: titles, notes and labels name hosts and people. Times in `zone`, which is named beside them, since readers live elsewhere.
 */
export function draftOf(incident: Incident, phase: Phase, final: boolean, facts: Facts, now: Instant, zone: TimeZone): string {
  const name = incident.serviceName;
  const at = (moment: Instant) => `${whenWords(moment, now, zone)} ${zoneName(moment, zone)}`;
  const { startedAt, mitigatedAt } = incident.clocks;
  const ongoing = said(`${present[incident.type](name)} since ${at(startedAt)}.`, impactNow(incident));
  switch (phase) {
    case 'investigating': return paragraphs(ongoing, said('We are looking for the cause.', next(incident, final, now, zone)));
    case 'identified': return paragraphs(ongoing, said('We know the cause and are working on a fix.', next(incident, final, now, zone)));
    case 'monitoring': return paragraphs(
      said(mitigatedAt === null ? `A fix is in place, and ${name} should work again.` : `${name} has worked again since ${at(mitigatedAt)}.`, `It began at ${at(startedAt)}.`),
      said('We are watching that it stays so.', next(incident, final, now, zone)),
    );
    case 'resolved': return over(incident, final, facts, at, now);
    default: return phase satisfies never;
  }
}

/** The end: what it was, how long, that it is over, and whether a review follows. */
function over(incident: Incident, final: boolean, { severities }: Facts, at: (moment: Instant) => string, now: Instant): string {
  const { startedAt, mitigatedAt, resolvedAt } = incident.clocks;
  const end = mitigatedAt ?? resolvedAt ?? now;
  const days = severities[incident.severity].postMortemDueDays;
  const review = days === null ? '' : `We will review what happened, and what keeps it from happening again, within ${days} ${days === 1 ? 'day' : 'days'}.`;
  return paragraphs(
    said(`It is over: ${incident.serviceName} works again.`, `${past[incident.type](incident.serviceName)} from ${at(startedAt)} to ${at(end)}, ${durationWords(Math.max(MINUTE, end - startedAt))} in all.`, impactThen(incident)),
    final ? said(review, 'This is the last update.') : 'We will write again if anything changes.',
  );
}

const present: Record<IncidentType, (name: string) => string> = {
  outage: (name) => `${name} has not been working`,
  degradation: (name) => `${name} has been slow or only partly working`,
  defect: (name) => `A part of ${name} has not been working as it should`,
  security: (name) => `There has been a security problem with ${name}`,
  other: (name) => `There has been a problem with ${name}`,
};
const past: Record<IncidentType, (name: string) => string> = {
  outage: (name) => `${name} was not working`,
  degradation: (name) => `${name} was slow or only partly working`,
  defect: (name) => `A part of ${name} was not working as it should`,
  security: (name) => `There was a security problem with ${name}`,
  other: (name) => `There was a problem with ${name}`,
};

// What is said outside about broken security, laws or contracts is worded by whoever answers for it, never by a template.
function impactNow({ impact }: Incident): string {
  if (impact === null) return '';
  const { affected, money } = impact.answers;
  const words = impactWords({ answers: { ...(affected === undefined ? {} : { affected }), ...(money === undefined ? {} : { money }) }, people: impact.people, note: '' });
  return words === 'No impact known' ? '' : `${words}.`;
}

const affectedThen: Partial<Record<string, string>> = { everybody: 'Everybody was affected', many: 'A major feature failed for many', some: 'Some people were affected' };

function impactThen({ impact }: Incident): string {
  const who = impact === null ? undefined : affectedThen[impact.answers.affected ?? ''];
  const people = impact?.people ?? null;
  if (people === null || people === 0) return who === undefined ? '' : `${who}.`;
  const counted = `${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}`;
  return who === undefined ? `${counted} ${people === 1 ? 'was' : 'were'} affected.` : `${who}: ${counted}.`;
}

function next({ cadenceMinutes }: Incident, final: boolean, now: Instant, zone: TimeZone): string {
  if (final) return 'This is the last update unless something changes.';
  if (cadenceMinutes === null) return 'We will write again when something changes.';
  const at = now + cadenceMinutes * MINUTE;
  return `The next update comes by ${clockTime(at, zone)} ${zoneName(at, zone)}.`;
}

/** "CET" where a zone has such a name in English, else "GMT+5:30". */
function zoneName(at: Instant, zone: TimeZone): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const said = (...sentences: string[]) => sentences.filter((sentence) => sentence !== '').join(' ');
const paragraphs = (...all: string[]) => all.filter((each) => each !== '').join('\n\n');

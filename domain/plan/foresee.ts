import { targetNames } from '../escalation/targets';
import { list } from '../incident/words';
import { roleNames } from '../role/roleNames';
import { durationWords } from '../time/words';
import { type Instant, MINUTE } from '../time/instant';
import { channelName, enabledDestination } from './channel';
import type { About, PlanFacts } from './facts';
import { pagedAlready, reachedBy } from './paged';
import type { PlanStep } from './plan';

/** What a step would do now, as a sentence. `skip`: there is nothing to do; `fail`: it could not be done. */
export type Foreseen = { would: 'run' | 'skip' | 'fail'; result: string };

const run = (result: string): Foreseen => ({ would: 'run', result });
const skip = (result: string): Foreseen => ({ would: 'skip', result });
const fail = (result: string): Foreseen => ({ would: 'fail', result });

/** Says what a step would do for this incident, or for one of this severity and service, and whether it could. Nothing is sent. */
export function foresee(step: PlanStep, about: About, facts: PlanFacts, now: Instant): Foreseen {
  switch (step.kind) {
    case 'classify': return run(classifyWords(step));
    case 'openChannel': return channel(step, about, facts);
    case 'page': return paging(step, about, facts, now);
    case 'makeWarRoom': return warRoom(about, facts);
    case 'postUpdate': return run(`Tells those who follow ${serviceName(about, facts)}, in the words of the template.`);
    case 'draftStatusUpdate': return publicNotice(about, facts);
    case 'startCadence': return about.incident?.cadenceMinutes === step.minutes ? skip(`An update is owed every ${durationWords(step.minutes * MINUTE)} already.`) : run(`From then on an update is owed every ${durationWords(step.minutes * MINUTE)}, and somebody is reminded of it.`);
    case 'callWebhook': {
      const destination = enabledDestination(step.destinationId, facts);
      if (destination?.kind !== 'webhook') return fail('Its webhook is removed or switched off.');
      return run(`Calls ${destination.name} at ${destination.host}, signed. What it answers stands in the timeline.`);
    }
    default: return step satisfies never;
  }
}

/** "Type outage, tags eu and payments." */
export function classifyWords({ incidentType, tags }: Extract<PlanStep, { kind: 'classify' }>): string {
  const parts = [...(incidentType === null ? [] : [`type ${incidentType}`]), ...(tags.length === 0 ? [] : [`${tags.length === 1 ? 'tag' : 'tags'} ${list(tags)}`])].join(', ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

function channel({ how, backupId }: Extract<PlanStep, { kind: 'openChannel' }>, about: About, facts: PlanFacts): Foreseen {
  const backup = enabledDestination(backupId, facts);
  const orBackup = (why: string): Foreseen => (backup === undefined ? skip(`${why} There is no backup channel either.`) : run(`${why} It posts to the backup, ${backup.name}.`));
  if (how.by === 'post') {
    const destination = enabledDestination(how.destinationId, facts);
    return destination === undefined ? orBackup('The channel is removed or switched off.') : run(`Posts to ${destination.name}${backup === undefined ? '' : `; when that fails, to ${backup.name}`}.`);
  }
  const slack = facts.chat?.slack ?? null;
  if (slack === null) return orBackup('Slack is not connected.');
  const name = about.incident === null ? `inc-…-${channelName('INC-000000', serviceName(about, facts)).slice('inc-000000-'.length)}` : channelName(about.incident.id, about.incident.serviceName);
  return run(`Creates #${name} in ${slack.team}${slack.inviteResponders ? ', invites those who are paged' : ''} and posts the incident there${backup === undefined ? '' : `; when Slack is down, to ${backup.name}`}.`);
}

function paging({ targets, role }: Extract<PlanStep, { kind: 'page' }>, about: About, facts: PlanFacts, now: Instant): Foreseen {
  const already = targets.length === 0 && about.incident !== null ? pagedAlready(about.incident) : null;
  if (already !== null) return skip(already);
  const reached = reachedBy(targets, about, facts, now);
  const names = list(reached.map(({ name }) => name));
  if (reached.length === 0) return fail(targets.length === 0 ? 'The escalation policy reaches nobody now.' : `Nobody is reached by ${list(targetNames({ targets: [...targets], delaySeconds: 1 }, facts))} now.`);
  const part = role === null ? '' : ` and makes ${reached[0]?.name ?? names} ${roleNames[role].toLowerCase()}`;
  if (targets.length === 0 && about.incident === null) return run(`Where the escalation policy has paged nobody: pages ${names}${part}.`);
  return run(`Pages ${names}${part}.`);
}

function warRoom({ incident }: About, { warRoom: settings }: PlanFacts): Foreseen {
  if ((incident?.warRoom ?? null) !== null) return skip('The incident has a war room already.');
  const standing = settings?.standing ?? null;
  return standing === null ? skip('No standing war room is set up.') : run(`Opens ${standing.main.name} for the incident.`);
}

function publicNotice(about: About, facts: PlanFacts): Foreseen {
  if ((about.incident?.drillId ?? null) !== null) return skip('A drill is never told to the public.');
  if ((facts.services?.[about.serviceId]?.statusComponentId ?? null) === null) return skip(`${serviceName(about, facts)} has no component on the status page.`);
  return run('Drafts the public notice. It is public when somebody publishes it, or at once where the status page’s rule says so for this severity.');
}

const serviceName = ({ incident, serviceId }: About, { services }: PlanFacts): string => incident?.serviceName ?? services?.[serviceId]?.name ?? 'the service';

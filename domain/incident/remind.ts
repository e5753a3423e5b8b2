import type { PagingFacts } from '../escalation/targets';
import type { NotificationRequest } from '../notification/notification';
import { isMember, type Person } from '../people/person';
import { HOUR, type Instant } from '../time/instant';
import type { Incident } from './incident';
import { commanderAskedFor, updateDueAt } from './reminders';
import type { Change } from './timeline';
import { andThen, type Turn } from './turn';

/**
 * What is due to be asked of those who work on it: an update to the stakeholders, by the severity's cadence, of whoever leads communications; and after an hour
 * without a commander, who decides. Asked quietly; nobody is woken for it.
 */
export function remind(turn: Turn, facts: PagingFacts, now: Instant): Turn {
  return askForCommander(askForUpdate(turn, facts, now), facts, now);
}

/** Whoever is gone, or is no responder any more, could do nothing about it. */
const mayAnswer = (person: Person | undefined): boolean => person !== undefined && isMember(person);

function askForUpdate(turn: Turn, facts: PagingFacts, now: Instant): Turn {
  const { incident } = turn;
  const due = updateDueAt(incident);
  if (due === null || due > now) return turn;
  const asked = whoTells(incident, facts);
  return andThen(turn, { ...incident, updateRemindedAt: now }, [{ type: 'updateReminded', name: asked?.name ?? null }], asked === null ? [] : [
    notice('updateDue', asked.userId, `update.${due}`, now),
  ]);
}

function askForCommander(turn: Turn, facts: PagingFacts, now: Instant): Turn {
  const { incident } = turn;
  const due = commanderAskedFor(incident);
  if (due === null || due > now) return turn;
  const asked = [incident.roles.find(({ role }) => role === 'incidentManager'), ownerOf(incident)].find((person) => person !== undefined && mayAnswer(facts.people[person.userId]));
  const changes: Change[] = [{ type: 'commanderAsked', name: asked?.name ?? null }];
  return andThen(turn, { ...incident, commanderAskedAt: now }, changes, asked === undefined ? [] : [notice('commanderNeeded', asked.userId, 'commander', now)]);
}

const notice = (what: 'updateDue' | 'commanderNeeded', userId: string, cause: string, now: Instant): NotificationRequest =>
  ({ kind: 'notice', what, to: { userId }, cause, why: '', dueAt: now, expiresAt: now + HOUR });

/** Who tells the stakeholders: the communications lead, their deputy, the commander, the manager, else whoever has the incident. */
export function whoTells(incident: Incident, { people }: Pick<PagingFacts, 'people'>): { userId: string; name: string } | null {
  const held = (wanted: string) => incident.roles.find(({ role }) => role === wanted);
  const lead = held('communicationsLead');
  const candidates = [lead, lead?.deputy, held('incidentCommander'), held('incidentManager'), ownerOf(incident)];
  const found = candidates.find((person) => person !== null && person !== undefined && mayAnswer(people[person.userId]));
  return found === null || found === undefined ? null : { userId: found.userId, name: found.name };
}

function ownerOf(incident: Incident): { userId: string; name: string } | undefined {
  const owner = incident.status === 'triggered' ? null : incident.owner;
  return owner === null || owner.userId === null ? undefined : { userId: owner.userId, name: owner.name };
}

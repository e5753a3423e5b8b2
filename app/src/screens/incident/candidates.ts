import { onCallOf, peopleOfStep, type PagingFacts } from '#domain/escalation/targets';
import type { Target } from '#domain/escalation/policy';
import type { Incident, ResponderRequest } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import { isMember, type Person, type Team } from '#domain/people/person';
import { clockTime } from '#domain/time/words';

/** Somebody who can be asked; `names`: whom it comes to now. `userId` and `callNumber` of one person. */
export type Candidate = { key: string; target: Target; title: string; detail: string; names: string[]; userId: string | null; callNumber: string | null };
export type Candidates = { people: Candidate[]; schedules: Candidate[]; teams: Candidate[] };

type Asking = { incident: Incident; kind: ResponderRequest['kind']; userId: string; zone: string };

/** Who can be asked now (ms since epoch): people of the incident's policy first, whoever is on call, whole teams. Never the reader; to take it over, never who has it. */
export function candidatesOf({ incident, kind, userId, zone }: Asking, facts: PagingFacts, teams: readonly Team[], now: number): Candidates {
  const ownerId = kind === 'take' && incident.status === 'acknowledged' ? incident.owner.userId : null;
  const may = (person: Person | undefined): person is Person => person !== undefined && isMember(person) && person.id !== userId && person.id !== ownerId;
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => (may(facts.people[id]) ? [facts.people[id].name] : []));
  const places = new Map(incident.escalation.policy.steps.flatMap((step, place) => peopleOfStep(step, place, facts, now).map((person) => [person.userId, person.why] as const)).reverse());
  const people = Object.values(facts.people).filter(may)
    .sort((a, b) => Number(places.has(b.id)) - Number(places.has(a.id)) || a.name.localeCompare(b.name))
    .map((person): Candidate => ({
      key: person.id, target: { kind: 'person', userId: person.id }, title: person.name, names: [person.name], userId: person.id, callNumber: person.callNumber,
      detail: [...[places.get(person.id)].filter((each) => each !== undefined), waits(incident, person.id, kind), theirTime(person, zone, now)].filter((each) => each !== '').join(' · '),
    }));
  const schedules = Object.values(facts.schedules).flatMap((schedule): Candidate[] => {
    const names = namesOf(onCallOf(schedule, facts, now));
    return names.length === 0 ? [] : [{ key: schedule.id, target: { kind: 'schedule', scheduleId: schedule.id }, title: schedule.name, detail: `On call: ${list(names)}`, names, userId: null, callNumber: null }];
  });
  const whole = teams.flatMap((team): Candidate[] => {
    const names = namesOf(team.memberIds);
    return names.length === 0 ? [] : [{ key: team.id, target: { kind: 'team', teamId: team.id }, title: team.name, detail: `Everybody: ${list(names)}`, names, userId: null, callNumber: null }];
  });
  return { people, schedules: schedules.sort(byTitle), teams: whole.sort(byTitle) };
}

const byTitle = (a: Candidate, b: Candidate) => a.title.localeCompare(b.title);

const waits = ({ requests }: Incident, userId: string, kind: ResponderRequest['kind']): string =>
  (requests.some((request) => request.userId === userId && request.kind === kind && request.state === 'asked') ? 'asked already' : '');

/** What time it is for them, where that is not the reader's: whom one wakes is worth knowing. */
function theirTime(person: Person, zone: string, now: number): string {
  const theirs = clockTime(now, person.timeZone);
  return theirs === clockTime(now, zone) ? '' : `${theirs} there`;
}

/** What happens, up to "in 5 s": "Sam is asked to take it over". */
export function askWords(kind: ResponderRequest['kind'], names: readonly string[]): string {
  const does = { take: 'asked to take it over', help: 'asked to help', call: 'called' } as const;
  return `${list(names)} ${names.length === 1 ? 'is' : 'are'} ${does[kind]}`;
}

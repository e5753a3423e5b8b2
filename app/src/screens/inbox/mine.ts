import type { Incident } from '#domain/incident/incident';
import { isPagingMe } from '#domain/incident/words';
import { roleNames } from '#domain/role/roleNames';

/** What the reader has to do with an incident besides having it or being paged for it, in short words: "your role: scribe", "2 tasks are yours". */
export function ownWords(incident: Incident, userId: string): string[] {
  if (incident.status === 'resolved') return [];
  const roles = incident.roles.filter((held) => held.userId === userId).map(({ role }) => roleNames[role].toLowerCase());
  const deputies = incident.roles.filter(({ deputy }) => deputy?.userId === userId).map(({ role }) => `deputy ${roleNames[role].toLowerCase()}`);
  const asked = incident.requests.findLast((request) => request.userId === userId && request.state === 'asked');
  const tasks = incident.tasks.filter(({ owner, doneAt }) => owner?.userId === userId && doneAt === null).length;
  return [
    ...(asked === undefined ? [] : [`${asked.askedBy.userId === userId ? 'you asked yourself' : `${asked.askedBy.name} ${asks[asked.kind]}`}`]),
    ...(roles.length + deputies.length === 0 ? [] : [`your role: ${[...roles, ...deputies].join(', ')}`]),
    ...(tasks === 0 ? [] : [tasks === 1 ? '1 task is yours' : `${tasks} tasks are yours`]),
  ];
}

const asks = { take: 'asks you to take it over', help: 'asks you to help', call: 'calls you' } as const;

/** Whether an open incident is the reader's business: it pages them, they have it, have a role or an open task in it, were asked, accepted to help, or are on the way. */
export function isMine(incident: Incident, userId: string): boolean {
  if (incident.status === 'resolved') return false;
  return isPagingMe(incident, userId)
    || (incident.status !== 'triggered' && incident.owner?.userId === userId)
    || ownWords(incident, userId).length > 0
    || incident.requests.some((request) => request.userId === userId && request.state === 'accepted')
    || incident.responders.some((responder) => responder.userId === userId && responder.onTheWay !== undefined);
}

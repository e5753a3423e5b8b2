import type { Incident, ResponderRequest } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import { HOUR } from '#domain/time/instant';
import { agoWords } from '../../words/ago';

const wants = { take: ' to take it over', help: ' to help', call: '' } as const;

/** Who was asked for what and has not answered, and who declined within the hour; newest first, one line for those who were asked together. */
export function requestLines(incident: Incident, userId: string, now: number): string[] {
  if (incident.status === 'resolved') return [];
  const together = new Map<string, ResponderRequest[]>();
  for (const request of incident.requests) {
    const isNews = request.state === 'asked' || (request.state === 'declined' && now - (request.answeredAt ?? request.at) < HOUR);
    if (!isNews) continue;
    const key = [request.state, request.kind, request.askedBy.userId, request.state === 'asked' ? request.at : request.answeredAt].join(' ');
    together.set(key, [...(together.get(key) ?? []), request]);
  }
  return [...together.values()].reverse().map((requests) => lineOf(requests, userId, now));
}

function lineOf(requests: readonly ResponderRequest[], userId: string, now: number): string {
  const [first] = requests;
  if (first === undefined) return '';
  const mine = requests.some((request) => request.userId === userId);
  const names = [...(mine ? ['You'] : []), ...requests.filter((request) => request.userId !== userId).map(({ name }) => name)];
  const ago = agoWords(first.state === 'asked' ? first.at : (first.answeredAt ?? first.at), now);
  if (first.state === 'declined') return `${list(names)} declined${wants[first.kind]} ${ago}.`;
  const verb = names.length > 1 || mine ? 'were' : 'was';
  const by = mine && first.askedBy.userId !== userId ? ` by ${first.askedBy.name}` : '';
  return `${list(names)} ${verb} ${first.kind === 'call' ? 'called' : 'asked'}${by}${wants[first.kind]} ${ago}.`;
}

/** What a request asks of the reader, as a sentence: "Sam asks you to take it over." */
export function askedWords({ kind, askedBy }: Pick<ResponderRequest, 'kind' | 'askedBy'>): string {
  switch (kind) {
    case 'take': return `${askedBy.name} asks you to take it over.`;
    case 'help': return `${askedBy.name} asks you to help.`;
    case 'call': return `${askedBy.name} calls you.`;
    default: return kind satisfies never;
  }
}

/** What an answer comes to, before it is given: whose it is if the reader accepts, and if they do nothing. */
export function answerMeans(incident: Incident, { kind }: Pick<ResponderRequest, 'kind'>): string {
  if (incident.status === 'triggered') return 'Nobody has it. Accept, and you have it.';
  if (kind !== 'take' || incident.status !== 'acknowledged') return 'Accept, and you are named as a responder.';
  return `Accept, and you have it. Until then ${incident.owner.name} does.`;
}

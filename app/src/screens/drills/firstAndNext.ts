import type { Preview } from '#domain/proof/proof';

/** Of a preview, who is paged at its first moment, and who else is next, so long (ms) after it; each once, the reader as "You" or "you". */
export function firstAndNext({ messages }: Pick<Preview, 'messages'>, userId: string): { first: string[]; next: string[]; after: number } {
  const people = messages.filter((message) => message.userId !== null).sort((a, b) => a.at - b.at);
  const [start] = people;
  if (start === undefined) return { first: [], next: [], after: 0 };
  const isFirst = ({ round, step, lastResort }: (typeof people)[number]) => round === start.round && step === start.step && lastResort === start.lastResort;
  const paged = people.filter(isFirst);
  const firstIds = new Set(paged.map((message) => message.userId));
  const others = people.filter((message) => !firstIds.has(message.userId));
  const [then] = others;
  const names = (some: typeof people, own: string) => [...new Map(some.map((message) => [message.userId, message.userId === userId ? own : message.name])).values()];
  const next = then === undefined ? [] : others.filter(({ round, step, lastResort }) => round === then.round && step === then.step && lastResort === then.lastResort);
  return { first: names(paged, 'You'), next: names(next, 'you'), after: then === undefined ? 0 : then.at - start.at };
}

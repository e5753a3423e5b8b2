import type { Command } from '#domain/command/command';
import type { CommandAnswer } from '#domain/command/answer';
import { whenWords } from '#domain/time/words';
import { kindOf } from './kinds';
import type { Outcome } from './send';

/** What a command is called in a sentence about it: "Your acknowledge". */
export function commandName(command: Pick<Command, 'type'>): string {
  return kindOf(command).name;
}

/** The reader's zone, and the time of the sentence (ms since epoch). */
type Told = { zone: string; now: number };

/**
 * What to say of a command whose sender had been told that it was not yet sent; `null`: it grew too old to be sent unasked. Where somebody was faster, it says
 * who, and when.
 */
export function lateSentence(command: Command, outcome: Outcome | null, { zone, now }: Told): string {
  const of = 'tappedAt' in command && command.tappedAt !== undefined ? ` of ${whenWords(command.tappedAt, now, zone)}` : '';
  const incident = 'incidentId' in command ? ` (${command.incidentId})` : '';
  const what = `${commandName(command)}${of}`;
  if (outcome === null) return `${what}${incident} was not sent for 15 min and is dropped. Do it again if it still holds.`;
  switch (outcome.state) {
    case 'answered': return outcome.answer.outcome === 'done' ? `${what}${incident} is sent. ${outcome.answer.message}` : overtaken(what, incident, outcome.answer, { zone, now });
    case 'refused': return `${what}${incident} came too late. ${outcome.sentence}`;
    case 'unanswered': return outcome.sentence;
    default: return outcome satisfies never;
  }
}

/** The conflict in one sentence: what was done meanwhile, by whom, and that nothing was changed. */
function overtaken(what: string, incident: string, { code, holder, message }: CommandAnswer, { zone, now }: Told): string {
  switch (code) {
    case 'already-acknowledged':
      return holder ? `${what}${incident} came too late: ${holder.name} acknowledged at ${whenWords(holder.at, now, zone)}.` : `${what}${incident} came too late. ${message}`;
    // The server's own sentence says how it ended, and when: "Resolved by Priya at 03:10."
    case 'already-resolved': return `${what}${incident} came too late: ${lowered(withoutEnd(message))} while you were offline; nothing was changed.`;
    case 'already-monitoring': return `${what}${incident} came too late, and nothing was changed. ${message}`;
    default: return `${what}${incident} changed nothing: it was so already. ${message}`;
  }
}

const withoutEnd = (message: string) => message.replace(/(\. Nothing to do)?\.$/, '');
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

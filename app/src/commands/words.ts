import type { Command } from '#domain/command/command';
import type { Outcome } from './send';

const named: Partial<Record<Command['type'], string>> = {
  acknowledge: 'Acknowledge', release: 'Taking it back', resolve: 'Resolve', reopen: 'Reopen', escalate: 'Escalate',
  setSeverity: 'The new severity', setMilestone: 'The milestone', addNote: 'Your note', reportIncident: 'Your report',
  snooze: 'The snooze', endSnooze: 'The end of the snooze', askResponders: 'What you asked for', answerRequest: 'Your answer',
};

/** What a command is called in a sentence about it. */
export function commandName(command: Pick<Command, 'type'>): string {
  return named[command.type] ?? 'Your change';
}

/** What to say of a command whose sender had been told that it was not yet sent; `null`: it grew too old to be sent unasked. */
export function lateSentence(command: Command, outcome: Outcome | null): string {
  const what = 'incidentId' in command ? `${commandName(command)} (${command.incidentId})` : commandName(command);
  if (outcome === null) return `${what} was not sent for 15 min and is dropped. Do it again if it still holds.`;
  switch (outcome.state) {
    case 'answered': return `${what} is sent. ${outcome.answer.message}`;
    case 'refused': return `${what} came too late. ${outcome.sentence}`;
    case 'unanswered': return outcome.sentence;
    default: return outcome satisfies never;
  }
}

import type { CommandAnswer } from '#domain/command/answer';
import type { RunbookCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { saveKnownProblem, removeKnownProblem } from './problems';
import { importRunbooks, removeRunbook, reviewRunbook, saveRunbook } from './runbooks';
import { saveWarRoom } from './warRoom';

/** What people know: runbooks, known problems, and where they meet. */
export function changeKnowledge(sent: RunbookCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'saveRunbook': return saveRunbook(sent, sender);
    case 'reviewRunbook': return reviewRunbook(sent, sender);
    case 'removeRunbook': return removeRunbook(sent, sender);
    case 'importRunbooks': return importRunbooks(sent, sender);
    case 'saveKnownProblem': return saveKnownProblem(sent, sender);
    case 'removeKnownProblem': return removeKnownProblem(sent, sender);
    case 'saveWarRoom': return saveWarRoom(sent, sender);
    default: return sent satisfies never;
  }
}

import type { CommandAnswer } from '#domain/command/answer';
import type { DrillCommand } from '#domain/command/drill';
import type { Person } from '#domain/people/person';
import { cancelDrill } from './cancel';
import { endDrill } from './end';
import { scheduleDrill } from './schedule';

/** Drills: planned, begun, ended. */
export function drillCommand(sent: DrillCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'scheduleDrill': return scheduleDrill(sent, sender);
    case 'cancelDrill': return cancelDrill(sent, sender);
    case 'endDrill': return endDrill(sent, sender);
    default: return sent satisfies never;
  }
}

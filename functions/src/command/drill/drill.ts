import type { CommandAnswer } from '#domain/command/answer';
import type { DrillCommand } from '#domain/command/drill';
import type { Person } from '#domain/people/person';
import { refusal } from '../refusal';

/** Drills: planned, begun, ended. */
export function drillCommand(_sent: DrillCommand, _sender: Person): Promise<CommandAnswer> {
  return Promise.reject(refusal('invalid'));
}

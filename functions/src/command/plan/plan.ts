import type { CommandAnswer } from '#domain/command/answer';
import type { PlanCommand } from '#domain/command/plan';
import type { Person } from '#domain/people/person';
import { refusal } from '../refusal';

/** Response plans: their configuration, and their runs by hand. */
export function changePlans(_sent: PlanCommand, _sender: Person): Promise<CommandAnswer> {
  return Promise.reject(refusal('invalid'));
}

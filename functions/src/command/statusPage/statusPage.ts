import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import type { Person } from '#domain/people/person';
import { refusal } from '../refusal';

/** What the public status page shows. */
export function changeStatusPage(_sent: StatusPageCommand, _sender: Person): Promise<CommandAnswer> {
  return Promise.reject(refusal('invalid'));
}

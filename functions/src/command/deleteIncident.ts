import type { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { DeleteIncident } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { refusal } from './refusal';

/** Deletes an incident that has ended, with everything of it. */
export function deleteIncident(_sent: z.infer<typeof DeleteIncident>, _sender: Person): Promise<CommandAnswer> {
  return Promise.reject(refusal('invalid'));
}

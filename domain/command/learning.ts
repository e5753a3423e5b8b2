import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { ActionOwner, PostMortemState, SectionName } from '../postMortem/postMortem';
import { Instant } from '../time/instant';
import { command, id } from './envelope';

const of = { incidentId: IncidentId };
const title = z.string().trim().min(1, 'is needed').max(200);
/** Its name is looked up where it is stored. */
const owner = ActionOwner.pick({ kind: true, id: true }).nullable();
const dueAt = Instant.nullable();

/** What is learned from an incident: its post-mortem, which every responder writes, and what is to be done so that it does not come back. */
export const LearningCommand = z.discriminatedUnion('type', [
  /** For an incident of which none is drafted by itself. */
  command('draftPostMortem', of),
  /** `basedOn`: the version that was edited; another one meanwhile refuses with `changed-meanwhile`, and nothing is lost. */
  command('writeSection', { ...of, section: SectionName, text: z.string().max(10_000), basedOn: z.number().int().min(0) }),
  command('movePostMortem', { ...of, state: PostMortemState }),
  command('setReviewMeeting', { ...of, reviewAt: Instant.nullable() }),
  /** The item's id is made of the command's. */
  command('addActionItem', { ...of, title, owner, dueAt }),
  command('changeActionItem', { ...of, itemId: id, title: title.optional(), owner: owner.optional(), dueAt: dueAt.optional(), done: z.boolean().optional() }),
  command('removeActionItem', { ...of, itemId: id }),
]);
export type LearningCommand = z.infer<typeof LearningCommand>;

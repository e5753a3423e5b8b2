import type { CommandAnswer } from '#domain/command/answer';
import type { LearningCommand } from '#domain/command/learning';
import type { Person } from '#domain/people/person';
import { addActionItem, changeActionItem, type Edited, moveTo, removeActionItem, setReviewAt, writeSection } from '#domain/postMortem/edit';
import { type ActionOwner, type PostMortem, type PostMortemState, sectionTitles } from '#domain/postMortem/postMortem';
import { idOf } from '../../identity/identity';
import { configuration, type Configuration } from '../../store/configuration';
import { refusal } from '../refusal';
import { changePostMortem } from './changePostMortem';
import { draftPostMortem } from './draft';

type Change = Exclude<LearningCommand, { type: 'draftPostMortem' }>;

/** What is learned from incidents: their post-mortems and the action items of these. */
export async function learn(sent: LearningCommand, sender: Person): Promise<CommandAnswer> {
  if (sent.type === 'draftPostMortem') return draftPostMortem(sent, sender);
  const { incidentId, commandId } = sent;
  const owner = 'owner' in sent && sent.owner !== undefined ? named(sent.owner, await configuration(true)) : undefined;
  const { kind, postMortem } = await changePostMortem({ incidentId, sender, commandId, change: (before, now) => changed(sent, before, owner, sender, now) });
  if (kind === 'unchanged') return { outcome: 'unchanged', code: 'already-so', message: 'It says this already.', incidentId };
  return { outcome: 'done', code: sent.type, message: wordsOf(sent, postMortem), incidentId };
}

/** The item's id that follows from the command: the same command, the same item. */
const itemIdOf = ({ commandId }: Change, sender: Person) => idOf('actionItem', sender.id, commandId).slice(0, 20);

function changed(sent: Change, before: PostMortem, owner: ActionOwner | null | undefined, sender: Person, now: number): Edited {
  const who = { userId: sender.id, name: sender.name };
  switch (sent.type) {
    case 'writeSection': return writeSection(before, sent.section, sent.text.toWellFormed(), sent.basedOn, who, now);
    case 'movePostMortem': return moveTo(before, sent.state, who, now);
    case 'setReviewMeeting': return setReviewAt(before, sent.reviewAt);
    case 'addActionItem': return addActionItem(before, itemIdOf(sent, sender), { title: sent.title, owner: owner ?? null, dueAt: sent.dueAt }, now);
    case 'changeActionItem': {
      const { itemId, title, dueAt, done } = sent;
      return changeActionItem(before, itemId, { ...(title === undefined ? {} : { title }), ...(owner === undefined ? {} : { owner }), ...(dueAt === undefined ? {} : { dueAt }), ...(done === undefined ? {} : { done }) }, who, now);
    }
    case 'removeActionItem': return removeActionItem(before, sent.itemId);
    default: return sent satisfies never;
  }
}

/** The owner with its name; refused where there is none (any more). */
function named(owner: { kind: 'person' | 'team'; id: string } | null, { people, teams }: Configuration): ActionOwner | null {
  if (owner === null) return null;
  const found = owner.kind === 'person' ? people[owner.id] : teams[owner.id];
  if (found === undefined) throw refusal(owner.kind === 'person' ? 'no-such-person' : 'no-such-team', [{ path: 'owner', message: 'does not exist any more' }]);
  return { ...owner, name: found.name };
}

const moved: Record<PostMortemState, string> = {
  draft: 'The post-mortem is a draft again.', inReview: 'The post-mortem is in review.', published: 'The post-mortem is published. It stays open to be mended.',
};

function wordsOf(sent: Change, { reviewAt }: PostMortem): string {
  switch (sent.type) {
    case 'writeSection': return `${sectionTitles[sent.section]} is saved.`;
    case 'movePostMortem': return moved[sent.state];
    case 'setReviewMeeting': return reviewAt === null ? 'No review meeting is set.' : 'The review meeting is set.';
    case 'addActionItem': return 'The action item is added. Its owner is asked the day before it is due.';
    case 'changeActionItem': return 'The action item is changed.';
    case 'removeActionItem': return 'The action item is removed.';
    default: return sent satisfies never;
  }
}

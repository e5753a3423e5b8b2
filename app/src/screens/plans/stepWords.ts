import { enabledDestination } from '#domain/plan/channel';
import { classifyWords } from '#domain/plan/foresee';
import type { PlanStep } from '#domain/plan/plan';
import { list } from '#domain/incident/words';
import { targetNames } from '#domain/escalation/targets';
import { roleNames } from '#domain/role/roleNames';
import { durationWords } from '#domain/time/words';
import { MINUTE } from '#domain/time/instant';
import type { IconName } from '../../ui';
import type { AppPlanFacts } from './usePlanFacts';

type Kind = PlanStep['kind'];

/** What a step is for, in plain words, for whoever chooses among them. */
export const kindDetails: Record<Kind, string> = {
  classify: 'Sets the type of the incident, and adds tags.',
  openChannel: 'A channel of the incident’s own in Slack, or a post into Slack, Teams or a webhook. With a backup for when that is down.',
  page: 'Calls people beside the escalation policy, and gives them a role.',
  makeWarRoom: 'Gives the incident the standing war room.',
  postUpdate: 'Tells those who follow the service, in the words of the template.',
  draftStatusUpdate: 'Writes the public notice. A person publishes it, unless the status page’s rule does.',
  startCadence: 'Says how often an update is owed; somebody is reminded of it.',
  callWebhook: 'Asks a tool of yours to diagnose. What it answers stands in the timeline.',
};

export const kindIcons: Record<Kind, IconName> = {
  classify: 'incidents', openChannel: 'note', page: 'bell', makeWarRoom: 'phone', postUpdate: 'people', draftStatusUpdate: 'open', startCadence: 'clock', callWebhook: 'integrations',
};

/** The kinds in the order in which they are offered, which is the one that they usually have. */
export const kindsInOrder: readonly Kind[] = ['classify', 'openChannel', 'page', 'makeWarRoom', 'postUpdate', 'draftStatusUpdate', 'startCadence', 'callWebhook'];

/** What a step says of itself: where to, whom, how often. '': its name says it all. */
export function stepDetail(step: PlanStep, facts: AppPlanFacts): string {
  const named = (id: string) => facts.destinations[id]?.name ?? 'a destination that is gone';
  switch (step.kind) {
    case 'classify': return classifyWords(step);
    case 'openChannel': {
      const first = step.how.by === 'createSlack' ? `Its own in Slack${facts.chat?.slack ? ` (${facts.chat.slack.team})` : ''}` : named(step.how.destinationId);
      return step.backupId === null ? `${first}.` : `${first}; when that is down, ${named(step.backupId)}.`;
    }
    case 'page': {
      const whom = step.targets.length === 0 ? 'Whoever the escalation policy reaches first, if nobody was paged' : list(targetNames({ targets: step.targets, delaySeconds: 1 }, facts));
      return step.role === null ? `${whom}.` : `${whom}, as ${roleNames[step.role].toLowerCase()}.`;
    }
    case 'startCadence': return `Every ${durationWords(step.minutes * MINUTE)}.`;
    case 'callWebhook': return enabledDestination(step.destinationId, facts) === undefined ? 'Its webhook is removed or switched off.' : `By ${named(step.destinationId)}.`;
    case 'makeWarRoom': case 'postUpdate': case 'draftStatusUpdate': return '';
    default: return step satisfies never;
  }
}

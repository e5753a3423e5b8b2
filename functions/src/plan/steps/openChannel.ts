import { shortStatus } from '#domain/incident/words';
import { addLink } from '#domain/plan/effects';
import { enabledDestination } from '#domain/plan/channel';
import type { PlanStep } from '#domain/plan/plan';
import type { Destination } from '#domain/destination/destination';
import { isLastTry } from '#domain/plan/turns';
import type { Incident } from '#domain/incident/incident';
import { appUrl } from '../../send/channels';
import type { ChatMessage } from '../../send/chat/chat';
import { changeIncident } from '../changeIncident';
import type { Doing } from '../claim';
import { type Did, did } from '../did';
import { postTo } from '../postTo';
import { type Opened, openSlackChannel, slackSecretId } from '../slack/channel';
import { secretOf } from '../../store/secrets';

type Step = Extract<PlanStep, { kind: 'openChannel' }>;

/** Opens the incident's channel, or posts into one; into the named backup where the first is down or refuses. Where there is a link to it, the incident has it. */
export async function openChannel(doing: Doing, { how, backupId }: Step): Promise<Did> {
  const { incident, step, facts } = doing;
  const card = cardOf(incident);
  const first: Opened = how.by === 'createSlack' ? await createIn(doing, card) : await postInto(enabledDestination(how.destinationId, facts), doing, card);
  const isOver = first.kind === 'failed' || first.kind === 'skipped' || (first.kind === 'retry' && isLastTry(step));
  const backup = enabledDestination(backupId, facts);
  if (isOver && backup !== undefined) {
    const second = await postInto(backup, doing, card);
    if (second.kind === 'done') return did('done', `${first.result} So it was posted to the backup, ${backup.name}.`);
    return did('failed', `${first.result} The backup, ${backup.name}, failed too: ${second.result}`);
  }
  const { link } = first;
  if (first.kind !== 'done' || link === undefined) return { outcome: first, isTold: false };
  const linked = await changeIncident(doing, { decide: (current) => addLink(current, link), result: first.result, already: first.result });
  // The channel is open, whatever has become of the incident meanwhile.
  return linked.outcome.kind === 'done' ? linked : did('done', first.result);
}

async function createIn({ incident, facts }: Doing, card: ChatMessage): Promise<Opened> {
  const slack = facts.chat?.slack ?? null;
  const token = slack === null ? undefined : await secretOf(slackSecretId);
  return slack === null || token === undefined ? { kind: 'skipped', result: 'Slack is not connected.' } : openSlackChannel(incident, card, slack, token);
}

async function postInto(destination: Destination | undefined, { incident, step }: Doing, card: ChatMessage): Promise<Opened> {
  if (destination === undefined) return { kind: 'failed', result: 'The channel is removed or switched off.' };
  const posted = await postTo(destination, incident, step.id, card);
  switch (posted.kind) {
    case 'sent': return { kind: 'done', result: `Posted to ${destination.name}.` };
    case 'retry': return { kind: 'retry', result: `${destination.name} does not answer.`, ...(posted.afterMs === undefined ? {} : { afterMilliseconds: posted.afterMs }) };
    case 'failed': return { kind: 'failed', result: `${destination.name} does not take it.` };
    default: return posted satisfies never;
  }
}

/** The incident as a chat shows it. Its title says itself where it is a drill. */
function cardOf(incident: Incident): ChatMessage {
  const { id, severity, title, serviceName, description } = incident;
  const lines = [description, `Talk about it here. Acknowledge, updates and the timeline of ${id} are in Rouse.`].filter((line) => line !== '');
  return { severity, title, serviceName, status: shortStatus(incident, { userId: null }), lines, url: `${appUrl() ?? ''}/incidents/${id}` };
}

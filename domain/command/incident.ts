import { z } from 'zod';
import { Target } from '../escalation/policy';
import { IncidentId, IncidentType, Milestone } from '../incident/incident';
import { Impact, VerdictKind } from '../incident/parts';
import { Phase } from '../incident/phase';
import { Severity, Urgency } from '../incident/severity';
import { PictureIn } from '../picture/picture';
import { IncidentRole } from '../role/roleNames';
import { WarRoom } from '../room/room';
import { Instant } from '../time/instant';
import { command, id } from './envelope';

/** `tappedAt`: when the person did it, by their own clock, where no network kept it from being sent at once. It decides nothing. */
const onIncident = { incidentId: IncidentId, tappedAt: Instant.optional() };
const taskTitle = z.string().trim().min(1, 'is needed').max(160);
const cause = z.string().trim().max(1000);

/** What responders do in an incident. */
export const IncidentCommand = z.discriminatedUnion('type', [
  command('acknowledge', onIncident),
  command('release', onIncident),
  /** All that can be said at the end can also wait for the morning. `reason`: why the exit list is left with open items. */
  command('resolve', { ...onIncident, verdict: VerdictKind.optional(), cause: cause.optional(), reason: z.string().trim().max(300).optional() }),
  command('reopen', onIncident),
  command('escalate', onIncident),
  command('setSeverity', { ...onIncident, severity: Severity }),
  command('setMilestone', { ...onIncident, milestone: Milestone }),
  /** Its alerts, and what comes of them later, go on in another incident; this one is resolved. */
  command('mergeIncident', { ...onIncident, intoId: IncidentId }),
  /** Whoever snoozes has it; it pages again then. */
  command('snooze', { ...onIncident, minutes: z.number().int().min(5).max(14 * 24 * 60) }),
  command('endSnooze', onIncident),
  /** Asks others to take it over, to help, or calls them: each accepts or declines. */
  command('askResponders', { ...onIncident, kind: z.enum(['take', 'help', 'call']), targets: z.array(Target).min(1, 'name somebody').max(20) }),
  /** `requestId` null: all that the sender was asked. */
  command('answerRequest', { ...onIncident, requestId: z.string().max(200).nullable(), accept: z.boolean() }),
  /** Markdown. `happenedAt`: when it was, where it is written down later. */
  command('addNote', { ...onIncident, text: z.string().trim().max(20_000), happenedAt: Instant.optional(), pictures: z.array(PictureIn).max(4).optional() })
    .refine(({ text, pictures = [] }) => text !== '' || pictures.length > 0, { message: 'is needed', path: ['text'] }),
  command('addDecision', { ...onIncident, text: z.string().trim().min(1, 'is needed').max(500) }),
  command('unpinDecision', { ...onIncident, decisionId: id }),
  /** Gives a role, or hands it over. */
  command('assignRole', { ...onIncident, role: IncidentRole, userId: id, deputyId: id.nullable() }),
  command('giveUpRole', { ...onIncident, role: IncidentRole, userId: id }),
  /** The sender is on the way, in so many minutes at a guess (0: they do not say); null: not any more. */
  command('setOnTheWay', { ...onIncident, minutes: z.number().int().min(0).max(600).nullable() }),
  command('setType', { ...onIncident, incidentType: IncidentType }),
  command('setUrgency', { ...onIncident, urgency: Urgency }),
  command('renameIncident', { ...onIncident, title: z.string().trim().min(1, 'is needed').max(300) }),
  command('setStartedAt', { ...onIncident, startedAt: Instant }),
  command('setImpact', { ...onIncident, ...Impact.pick({ answers: true, people: true, note: true }).shape }),
  command('addTask', { ...onIncident, title: taskTitle, ownerId: id.nullable(), dueAt: Instant.nullable() }),
  command('changeTask', { ...onIncident, taskId: id, title: taskTitle.optional(), ownerId: id.nullable().optional(), dueAt: Instant.nullable().optional(), done: z.boolean().optional() }),
  command('removeTask', { ...onIncident, taskId: id }),
  command('setWarRoom', { ...onIncident, warRoom: WarRoom.nullable() }),
  /** `step`: its key; `words`: what it said when it was ticked. */
  command('tickStep', { ...onIncident, runbookId: id, step: z.string().min(1).max(40), words: z.string().trim().min(1).max(300), state: z.enum(['done', 'skipped', 'open']) }),
  /** Calls the signed webhook of a runbook's action; `dryRun`: the webhook is told to change nothing. */
  command('runAction', { ...onIncident, runbookId: id, action: z.string().min(1).max(60), dryRun: z.boolean() }),
  command('checkExit', { ...onIncident, item: z.string().min(1).max(120), state: z.enum(['open', 'done', 'skipped']), reason: z.string().trim().max(300) }),
  /** What it was, and why: at any time, also long after it was resolved. */
  command('setVerdict', { ...onIncident, verdict: VerdictKind, cause }),
  /** It is the same again as an earlier one that has ended; null: it is not. */
  command('setRepeat', { ...onIncident, of: IncidentId.nullable() }),
  /** Tells the stakeholders who follow it; `final`: the last one. */
  command('sendUpdate', { ...onIncident, phase: Phase, text: z.string().trim().min(1, 'is needed').max(4000), final: z.boolean() }),
]);
export type IncidentCommand = z.infer<typeof IncidentCommand>;

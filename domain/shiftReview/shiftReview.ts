import { exitItems } from '../incident/exitList';
import type { Incident, IncidentId } from '../incident/incident';
import type { Task } from '../incident/parts';
import type { SeverityPolicy } from '../incident/severity';
import { rowOf } from '../metrics/rowOf';
import { type AlertNoise, noiseByAlert } from '../noise/noise';
import type { Notification } from '../notification/notification';
import type { ActionItem, PostMortem } from '../postMortem/postMortem';
import { stepsNaming } from '../readiness/duty';
import { isNight, nightAt } from '../readiness/night';
import type { Instant } from '../time/instant';
import type { TimeZone } from '../time/zone';
import type { PastShift } from './shifts';

export type PageSent = Pick<Notification, 'kind' | 'userId' | 'incidentId' | 'episode' | 'cause' | 'sentAt' | 'deliveredAt' | 'seenAt'>;
/** What a review goes by. `pages`: the messages of this person's pages, at least those of the shift. `timeZone`: theirs, for their nights. */
export type ReviewFacts = {
  incidents: readonly Incident[]; pages: readonly PageSent[]; postMortems: readonly Pick<PostMortem, 'incidentId' | 'title' | 'actionItems'>[]; severities: SeverityPolicy; timeZone: TimeZone;
};

/** One incident of the shift, with how often this person was paged for it in this shift. */
export type Reviewed = { incident: Incident; pages: number; nightPages: number };

export type Unfinished = { item: string; state: 'open' | 'skipped'; reason: string };

/**
 * What a shift was like and what it leaves. `nights`: how many nights were broken. `owed`: ended without a verdict. `unfinished`: what of an exit list was skipped, or left
 * open at the end. `noise`: what paged for nothing, counted by this person's pages. `open`: goes on after the shift.
 */
export type ShiftReview = {
  incidents: Reviewed[]; pages: number; nightPages: number; nights: number;
  owed: Incident[]; falsePositives: Incident[]; open: Incident[];
  unfinished: { incident: Incident; items: Unfinished[] }[];
  noise: AlertNoise[];
  tasks: { incident: Incident; task: Task }[];
  actionItems: { incidentId: IncidentId; title: string; item: ActionItem }[];
};

/** The shift so far; `now` (ms since epoch) for what an exit list shows by itself. Drills are left out, and what went on in another incident counts there. */
export function reviewOf(shift: PastShift, { incidents, pages, postMortems, severities, timeZone }: ReviewFacts, now: Instant): ShiftReview {
  // Not up to `now`: a screen's clock goes by the minute, and what has happened has happened.
  const until = shift.endAt ?? Infinity;
  const isDuring = (at: Instant | null): at is Instant => at !== null && at >= shift.startAt && at < until;
  const drills = new Set(incidents.filter(({ drillId }) => drillId !== null).map(({ id }) => id));
  const sent = firstOfEachPage(pages.filter(({ kind, userId, sentAt, incidentId }) => kind === 'page' && userId === shift.userId && isDuring(sentAt) && !drills.has(incidentId ?? '')));
  const own = incidents.filter((incident) => incident.drillId === null && incident.mergedInto === null && (sent.some(({ incidentId }) => incidentId === incident.id)
    || (isDuring(incident.clocks.triggeredAt) && isOf(incident, shift)))).sort((a, b) => b.clocks.triggeredAt - a.clocks.triggeredAt);
  const reviewed = own.map((incident): Reviewed => {
    const its = sent.filter(({ incidentId }) => incidentId === incident.id);
    return { incident, pages: its.length, nightPages: its.filter(({ sentAt }) => isNight(sentAt, timeZone)).length };
  });
  const ended = own.filter(({ status }) => status === 'resolved');
  return {
    incidents: reviewed, pages: sent.length, nightPages: sent.filter(({ sentAt }) => isNight(sentAt, timeZone)).length,
    nights: new Set(sent.flatMap(({ sentAt }) => nightAt(sentAt, timeZone)?.startAt ?? [])).size,
    owed: ended.filter(({ verdict }) => verdict === null), falsePositives: ended.filter(({ verdict }) => verdict?.kind === 'falsePositive'), open: own.filter(({ status }) => status !== 'resolved'),
    unfinished: ended.map((incident) => ({ incident, items: exitItems(incident, severities, now).flatMap(({ item, state, reason }) => (state === 'skipped' || (state === 'open' && endedByPerson(incident)) ? [{ item, state, reason }] : [])) }))
      .filter(({ items }) => items.length > 0),
    noise: noiseByAlert(ended.flatMap((incident) => {
      const row = rowOf(incident, sent.filter(({ incidentId }) => incidentId === incident.id), { [shift.userId]: { timeZone } });
      return row === null ? [] : [{ ...row, id: incident.id }];
    })),
    tasks: own.flatMap((incident) => incident.tasks.filter(({ doneAt }) => doneAt === null).map((task) => ({ incident, task }))),
    actionItems: postMortems.filter(({ incidentId }) => own.some(({ id }) => id === incidentId))
      .flatMap(({ incidentId, title, actionItems }) => actionItems.filter(({ doneAt }) => doneAt === null).map((item) => ({ incidentId, title, item }))),
  };
}

/** What ended by itself has an exit list that nobody was asked for. */
const endedByPerson = (incident: Incident): boolean => incident.status === 'resolved' && incident.resolvedBy !== null && incident.resolvedBy.userId !== null;

/** Whether there was nothing at all: no incident, no page. */
export const isQuiet = ({ incidents, pages }: ShiftReview): boolean => incidents.length === 0 && pages === 0;

/** An incident that began during the shift is the shift's where its policy names the schedule, or the person had to do with it. */
function isOf(incident: Incident, { scheduleId, userId }: PastShift): boolean {
  const holders = [incident.declaredBy, 'owner' in incident ? incident.owner : null, incident.status === 'resolved' ? incident.resolvedBy : null];
  return stepsNaming(incident.escalation.policy, scheduleId).length > 0 || incident.responders.some((one) => one.userId === userId) || holders.some((one) => one?.userId === userId);
}

type Sent = PageSent & { sentAt: Instant };
/** Each page once, by the first message that left for it: it may have gone several ways. */
function firstOfEachPage(messages: readonly PageSent[]): Sent[] {
  const pages = new Map<string, Sent>();
  for (const message of messages) {
    const { sentAt, incidentId, episode, cause } = message;
    if (sentAt === null) continue;
    const key = `${incidentId ?? ''} ${episode} ${cause}`;
    const before = pages.get(key);
    if (before === undefined || sentAt < before.sentAt) pages.set(key, { ...message, sentAt });
  }
  return [...pages.values()];
}

import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { whoIsNext } from '#domain/escalation/next';
import type { PagingFacts } from '#domain/escalation/targets';
import { Alert } from '#domain/incident/alert';
import { ownerOf } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { statusLine } from '#domain/incident/words';
import { tokenLife } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { mostOfRunbook, type PageView } from '#domain/notification/pageView';
import { placeSentence } from '#domain/notification/words';
import { isMember, type Person } from '#domain/people/person';
import { dialHref, type WarRoom, WarRoomSettings } from '#domain/room/room';
import { Runbook } from '#domain/runbook/runbook';
import { runbooksFor } from '#domain/runbook/match';
import { bodyOf } from '#domain/runbook/source';
import { filled, stepsOf, variablesOf } from '#domain/runbook/steps';
import { toldBy } from '../reply/pagesOfPerson';
import { db } from '../firebase';
import { appUrl } from '../send/channels';
import { twilioSettings } from '../send/twilio/settings';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { ask } from '../store/queries';

/** What the view is made of beside the incident. `told`: what the person was sent about it, newest first; `smsNumber`: where an SMS can be answered. */
export type ViewParts = {
  notification: Notification; person: Person; facts: PagingFacts; runbook: Runbook | null; alerts: readonly Pick<Alert, 'status' | 'labels'>[];
  standingRoom: WarRoom | null; told: readonly Notification[]; smsNumber: string | null;
};

/** The incident as the page's own person sees it at `now` (ms since epoch): what is wrong, why them, what happens next, what helps. */
export function viewOf(incident: Incident, { notification, person, facts, runbook, alerts, standingRoom, told, smsNumber }: ViewParts, now: number): PageView {
  const next = whoIsNext(incident, facts);
  const others = next?.people.filter(({ userId }) => userId !== person.id) ?? [];
  const code = toldBy('sms', told, now).find(({ pages }) => pages.some((page) => page.incidentId === incident.id && (page.kind === 'request' || page.episode === incident.escalation.episode)))?.code ?? null;
  const room = (incident.warRoom ?? standingRoom)?.main ?? null;
  const dialIn = room?.dialIns[0];
  return {
    kind: notification.kind === 'request' ? 'request' : 'page',
    incidentId: incident.id, title: incident.title, severity: incident.severity, serviceName: incident.serviceName,
    triggeredAt: incident.clocks.triggeredAt, alertsFiring: incident.alertCounts.firing, status: incident.status, holder: ownerOf(incident)?.name ?? null,
    statusLine: statusLine(incident, { userId: person.id, zone: person.timeZone }, facts, now), answeredAt: now,
    why: notification.kind === 'page' ? placeSentence(notification.why) : notification.body,
    next: next === null ? null : { names: others.map(({ name, why }) => `${name} (${why})`), again: others.length === 0 && next.people.length > 0, at: next.at },
    runbook: runbook === null ? null : runbookPart(runbook, incident, variablesOf(incident, alerts)),
    room: room === null ? null : { name: room.name, url: room.url, dial: dialIn === undefined ? null : dialHref(dialIn) },
    smsCode: smsNumber === null ? null : code, smsNumber,
    callNumbers: incident.status === 'resolved' ? [] : callable([...others, ...incident.responders], person.id, facts),
    expiresAt: notification.tokenExpiresAt ?? now + tokenLife,
  };
}

function runbookPart(runbook: Runbook, { ticks }: Incident, variables: Record<string, string>): PageView['runbook'] {
  const steps = stepsOf(runbook.markdown);
  const first = steps.find(({ key }) => !ticks.some((tick) => tick.runbookId === runbook.id && tick.step === key));
  const code = first?.codes[0];
  const command = code === undefined ? null : filled(code.code, variables, code.language);
  return { id: runbook.id, title: runbook.title, firstStep: first?.words ?? '', firstCommand: command, markdown: cut(bodyOf(runbook.markdown)) };
}

/** At a line's end, and it says so: half a command is worse than none. */
function cut(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= mostOfRunbook) return markdown;
  const rest = '\n\nThe rest is in Rouse.';
  const text = bytes.subarray(0, mostOfRunbook - rest.length - 8).toString('utf8').replace(/\uFFFD+$/, '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  // A code block that was cut through is closed, or the last sentence would be part of it.
  const fences = whole.match(/^ {0,3}```/gm)?.length ?? 0;
  return `${whole.trimEnd()}${fences % 2 === 1 ? '\n```' : ''}${rest}`;
}

/** Their own numbers, five at most: nobody reads a telephone book at night. */
function callable(people: readonly { userId: string }[], ownId: string, facts: PagingFacts): PageView['callNumbers'] {
  const ids = [...new Set(people.map(({ userId }) => userId))].filter((id) => id !== ownId);
  return ids.flatMap((id) => {
    const person = facts.people[id];
    return person !== undefined && isMember(person) && person.callNumber !== null ? [{ name: person.name, number: person.callNumber }] : [];
  }).slice(0, 5);
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** The number that SMS come from and are answered to; null where there is none, or no answer could arrive. */
function answerableNumber(): string | null {
  const from = twilioSettings()?.from ?? '';
  return e164.test(from) && appUrl() !== undefined ? from : null;
}

/** Reads what the view is made of. What helps besides (the runbook, the room, the SMS code) is left out where it can't be read: the page itself must come through. */
export async function readView(incident: Incident, notification: Notification, person: Person): Promise<PageView | null> {
  if ((notification.kind !== 'page' && notification.kind !== 'request') || !isMember(person)) return null;
  const facts = await configuration();
  const [runbooks, alerts, settings, told] = await Promise.all([
    orElse([], () => candidates(incident)),
    orElse([], async () => (await at.incident(incident.id).collection('alerts').limit(30).get()).docs.flatMap((found) => read(Alert, found) ?? [])),
    orElse(null, async () => read(WarRoomSettings, await at.warRoomSettings().get()) ?? null),
    orElse([], async () => (answerableNumber() === null ? [] : toldOf(incident.id, person.id))),
  ]);
  const runbook = runbooksFor(incident, alerts, runbooks)[0]?.runbook ?? null;
  return viewOf(incident, { notification, person, facts, runbook, alerts, standingRoom: settings?.standing ?? null, told, smsNumber: answerableNumber() }, Date.now());
}

/** How old the list of runbooks may be, in ms. */
const RUNBOOKS_AGE = 60_000;
let listed: { readAt: number; all: Promise<Runbook[]> } | undefined;

/** The one that is named for it, else all that may fit by their labels and services; these are read once a minute, not once a page. */
async function candidates({ runbookId }: Incident): Promise<Runbook[]> {
  const named = runbookId === null ? undefined : read(Runbook, await at.runbook(runbookId).get());
  if (named !== undefined) return [named];
  if (listed === undefined || Date.now() - listed.readAt > RUNBOOKS_AGE) {
    const all = db().collection('runbooks').limit(300).get().then(({ docs }) => docs.flatMap((found) => readable(found)));
    listed = { readAt: Date.now(), all };
    all.catch(() => { listed = undefined; });
  }
  return listed.all;
}

/** One that was edited into nonsense must not hide the others. */
function readable(found: DocumentSnapshot): Runbook[] {
  try {
    return [read(Runbook, found) ?? []].flat();
  } catch {
    return [];
  }
}

/** What this person was sent about it, newest first. One that bundles other incidents is named by those it bundles. */
async function toldOf(incidentId: string, userId: string): Promise<Notification[]> {
  const { docs } = await ask('notificationsOfIncident', [incidentId]).limit(100).get();
  return docs.flatMap((found) => read(Notification, found) ?? []).filter((one) => one.userId === userId);
}

async function orElse<T>(nothing: T, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    logger.error('the view of a page', error);
    return nothing;
  }
}

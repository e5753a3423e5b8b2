import { Timestamp } from 'firebase-admin/firestore';
import { severityOfWord } from '#domain/incident/severity';
import { SECOND } from '#domain/time/instant';
import { moment, text } from '../invariants/invariant';
import { writeOf } from '../store/writes';
import { type Code, World } from '../world';
import { policyDocument, type PreviewCase, scheduleWith, windowOf, withRules } from './cases';

/** A message: who or what gets it, by what, and when (ms since the alert). */
export type Message = { to: string; channel: string; at: number };
type Preview = typeof import('#domain/proof/preview');

export type Compared = { preview: Message[]; reality: Message[]; until: number };

/**
 * Previews an alert, then lets it happen: accepted through the hook at that instant, with nothing that goes wrong, by wake-ups and a sweep in every second in which
 * something is due. Nobody acknowledges.
 */
export async function compare(code: Code, given: PreviewCase): Promise<Compared> {
  const world = new World(code, withRules(given.setup, given.rules), given.at);
  world.chance.faults = false;
  world.borders.receipts = given.receipts;
  const { database, schedule } = world;
  const service = database.document('services/checkout')?.fields ?? {};
  const now = Timestamp.fromMillis(given.at);
  database.commit([
    // What the sweep looks after once a day is another matter, and takes longer than all of this.
    ...['findings', 'holidays'].map((job) => writeOf.set(`health/job-${job}`, { startedAt: now, doneAt: now })),
    ...given.policies.map((policy, index) => writeOf.set(`escalationPolicies/policy${index}`, policyDocument(`policy${index}`, policy))),
    ...given.schedules.map((one, index) => writeOf.set(`schedules/${['weekly', 'daily'][index] ?? ''}`, scheduleWith(['weekly', 'daily'][index] ?? '', one, given.at))),
    writeOf.set('services/checkout', { ...service, ...(given.supportHours === null ? {} : { supportHours: given.supportHours }) }),
  ]);
  const reading = world.instance(0).part('store/configuration', 'configuration')(true);
  await schedule.pass(given.at + 100);
  const facts = await reading;
  const [checkout, at] = [facts.services.checkout, schedule.clock.now()];
  if (checkout === undefined) throw new Error('the service is not there');
  const severity = severityOfWord(given.severity, facts.severities);
  const { previewPaging } = code.domain('domain/proof/preview') as unknown as Preview; // The module of that name exports it.
  const preview = previewPaging({ service: checkout, severity, at }, facts, { receipts: given.receipts });
  const until = Math.min(preview.until, at + windowOf(preview.urgency));

  world.act({ do: 'fire', service: 'checkout', key: 0, group: null, severity: given.severity });
  for (let due = at; due < until; due = Math.min(until, nextDue(world))) {
    await schedule.pass(Math.max(schedule.clock.now(), Math.ceil(due / SECOND) * SECOND));
    world.sweepOnce();
    await schedule.pass(schedule.clock.now() + 900);
  }
  const [incidentId = ''] = world.incidents;
  const reality = [...database.documents('notifications')].flatMap((page): Message[] => {
    const sendingAt = moment(page, 'sendingAt');
    return text(page, 'incidentId') !== incidentId || sendingAt === null ? [] : [{ to: text(page, 'userId'), channel: text(page, 'channel'), at: sendingAt - at }];
  });
  return { preview: preview.messages.map((one) => ({ to: String(one.userId), channel: one.channel, at: one.at - at })), reality, until: until - at };
}

/** When the store says that something is due next. */
function nextDue({ database, schedule }: World): number {
  const now = schedule.clock.now();
  const times = [
    ...[...database.documents('incidents')].map((incident) => moment(incident, 'wakeAt')),
    ...[...database.documents('notifications')].flatMap((page) => [text(page, 'status') === 'pending' ? moment(page, 'dueAt') : null, moment(page, 'leaseUntil'), moment(page, 'followAt')]),
  ].flatMap((time) => time ?? []);
  return Math.max(now, Math.min(...times, Infinity));
}

/** What one of them has within 2 s and the other has not; what is this close to the end of the window is in neither. Empty: they are the same. */
export function differences({ preview, reality, until }: Compared): string[] {
  const rest = [...reality].sort((a, b) => a.at - b.at);
  const missing = [...preview].sort((a, b) => a.at - b.at).filter((one) => {
    const index = rest.findIndex(({ to, channel, at }) => to === one.to && channel === one.channel && Math.abs(at - one.at) <= 2 * SECOND);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  const said = (what: string) => ({ to, channel, at }: Message) => `${what}: ${channel} to ${to} after ${(at / SECOND).toFixed(1)} s`;
  const counts = ({ at }: Message) => at < until - 5 * SECOND;
  return [...missing.filter(counts).map(said('only previewed')), ...rest.filter(counts).map(said('only sent'))];
}

/** Whether a person's second SMS, call or mail follows the first so closely that the guard against bursts puts it off, which no preview shows. */
export const isBurst = ({ preview }: Compared): boolean => preview.some((one, index) => one.channel !== 'push'
  && preview.some((other, place) => place > index && other.to === one.to && other.channel === one.channel && Math.abs(other.at - one.at) < 33 * SECOND));

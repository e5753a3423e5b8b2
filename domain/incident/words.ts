import { whoIsNext } from '../escalation/next';
import { isHeld } from '../escalation/paging';
import { type PagingFacts, placeWord } from '../escalation/targets';
import { clockTime, durationWords, whenWords } from '../time/words';
import type { Instant } from '../time/instant';
import { roleNames } from '../role/roleNames';
import { type Incident, nudgeGrace } from './incident';
import { phaseNames } from './phase';
import type { Actor, Change } from './timeline';
import { verdictNames } from './verdict';

/** Who reads: so that they are "you", and times are in their zone. */
export type ReaderOfWords = { userId: string | null; zone: string };

/** Whether the current episode has paged this person and nobody has taken it. */
export function isPagingMe(incident: Incident, userId: string | null): boolean {
  return incident.status === 'triggered' && incident.responders.some((responder) => responder.userId === userId && responder.state !== 'acknowledged');
}

/** What is true now and what happens next, in one or two sentences. */
export function statusLine(incident: Incident, reader: ReaderOfWords, facts: PagingFacts, now: Instant): string {
  const you = (holder: { userId: string | null; name: string }) => (holder.userId !== null && holder.userId === reader.userId ? 'you' : holder.name);
  switch (incident.status) {
    case 'triggered': {
      const line = capital(shortStatus(incident, reader));
      if (isHeld(incident) && incident.escalation.nextAt !== null) {
        const wait = incident.escalation.nextAt - now;
        return `Waiting to see whether it heals by itself. ${wait <= 0 ? 'It pages now.' : `It pages in ${durationWords(wait)} if it still fires.`}`;
      }
      const next = whoIsNext(incident, facts);
      if (next === null) return `${line}. Nobody else is paged: its urgency is low.`;
      if (next.people.length === 0) return `${line}. Nobody else can be reached.`;
      const names = next.people.map(({ userId, name, why }) => (userId === reader.userId ? 'You' : `${name} (${why})`));
      const verb = names.length === 1 && names[0] !== 'You' ? 'is' : 'are';
      const again = next.people.every(({ userId }) => isPagingMe(incident, userId)) ? ' again' : '';
      const wait = next.at - now;
      return `${line}. ${list(names)} ${verb} paged${again} ${wait <= 0 ? 'now' : `in ${durationWords(wait)}`}.`;
    }
    case 'acknowledged':
      return `Acknowledged by ${you(incident.owner)} at ${whenWords(incident.owner.at, now, reader.zone)}. ${holdsUntil(incident, reader, now)}`;
    case 'monitoring': {
      const until = whenWords(incident.watchUntil, now, reader.zone);
      return incident.alertCounts.firing > 0
        ? `A fix is in. Watching until ${until}; ${count(incident.alertCounts.firing, 'alert')} still firing.`
        : `A fix is in. Watching until ${until}, then it ends by itself.`;
    }
    case 'resolved': {
      const at = incident.clocks.resolvedAt;
      const when = at === null ? '' : ` at ${whenWords(at, now, reader.zone)}`;
      return incident.resolvedBy === null ? `Resolved by itself${when}. Nothing to do.` : `Resolved by ${you(incident.resolvedBy)}${when}.`;
    }
    default: return incident satisfies never;
  }
}

/** What becomes of an acknowledge of which nothing is heard. */
function holdsUntil(incident: Extract<Incident, { status: 'acknowledged' }>, reader: ReaderOfWords, now: Instant): string {
  if (incident.snoozedUntil !== null) return `Snoozed until ${whenWords(incident.snoozedUntil, now, reader.zone)}; then it pages again.`;
  if (incident.nudgedAt !== null) return `No sign of work since: it pages again at ${clockTime(incident.nudgedAt + nudgeGrace, reader.zone)}.`;
  return 'Nobody else will be paged.';
}

const channelWords = (channel: string) => ({ push: 'The push', sms: 'The SMS', voice: 'The call', email: 'The e-mail', slack: 'The Slack message', teams: 'The Teams message', webhook: 'The webhook' }[channel] ?? channel);

/** The status in two or three words, for a row: "paging you", "Sam has it". */
export function shortStatus(incident: Incident, reader: { userId: string | null }): string {
  switch (incident.status) {
    case 'triggered': {
      if (isPagingMe(incident, reader.userId)) return 'paging you';
      if (isHeld(incident)) return 'waiting';
      if (incident.escalation.state === 'lastResort') return 'paging the admins';
      const paged = incident.responders.filter(({ state }) => state !== 'acknowledged').map(({ name }) => name);
      return paged.length === 0 ? 'paging nobody' : `paging ${list(paged.slice(-2))}`;
    }
    case 'acknowledged': return incident.owner.userId !== null && incident.owner.userId === reader.userId ? 'you have it' : `${incident.owner.name} has it`;
    case 'monitoring': return 'watching';
    case 'resolved': return 'resolved';
    default: return incident satisfies never;
  }
}

const again: Record<Extract<Change, { type: 'retriggered' }>['reason'], string> = {
  severityRose: 'its severity rose', newAlertName: 'another kind of alert joined', newService: 'another service is hit',
  leaseRanOut: 'the acknowledge had run out', firedWhileWatched: 'an alert fired while it was watched',
  nobodyToTell: 'an alert joined what only its source had acknowledged', snoozeOver: 'the snooze is over',
};

/** One change as a sentence of the timeline. */
export function changeWords(change: Change, actor: Actor): string {
  const who = actor.kind === 'rouse' ? 'Rouse' : actor.name;
  switch (change.type) {
    case 'triggered': return change.linkedTo === null ? `Triggered as ${change.severity}: ${change.title}` : `Triggered as ${change.severity}, linked to ${change.linkedTo}: ${change.title}`;
    case 'retriggered': return `Paging again, for ${again[change.reason]}: ${change.title}`;
    case 'alertsJoined': return `${count(change.count, 'more alert')} joined: ${change.titles.join('; ')}`;
    case 'alertsResolved': return `${count(change.count, 'alert')} resolved: ${change.titles.join('; ')}`;
    case 'paged': return `Paged ${people(change.people)}`;
    case 'stepSkipped': return `Nobody to page for ${placeWord(change.step)} (${change.targets.join(', ')}): skipped`;
    case 'lastResort': return `${change.reason === 'nobody' ? 'Nobody was reached' : 'Nobody acknowledged in any round'}: the page went to the admins, ${people(change.people)}`;
    case 'nobodyAtAll': return 'No admin can be paged either. Trying again in 10 min';
    case 'ownerTold': return `Told ${change.name} quietly of a new alert: ${change.title}`;
    case 'acknowledged': return `Acknowledged by ${who}`;
    case 'released': return `${who} took the acknowledge back: paging goes on`;
    case 'escalated': return `${who} asked for the next person`;
    case 'monitoring': return 'A fix is in: watching';
    case 'resolved': return resolvedWords(change, who);
    case 'reopened': return `Reopened by ${who}`;
    case 'severitySet': return `Severity ${change.from} → ${change.to}`;
    case 'milestone': return { rootCauseIdentified: 'Root cause identified', fixDeployed: 'Fix deployed', serviceRestored: 'Service restored' }[change.milestone];
    case 'note': return change.text;
    case 'roleSet': return roleWords(change, who);
    case 'onTheWay': return change.minutes === null ? `${who} is not on the way any more` : change.minutes === 0 ? `${who} is on the way` : `${who} is on the way, about ${change.minutes} min`;
    case 'typeSet': return `Type ${change.from} → ${change.to}`;
    case 'urgencySet': return `Urgency ${change.from} → ${change.to}`;
    case 'renamed': return `Renamed: ${change.to}`;
    case 'startedAtSet': return `${who} set when it began`;
    case 'impactSet': return `Impact: ${change.words}`;
    case 'task': return taskWords(change, who);
    case 'decided': return `Decided: ${change.text}`;
    case 'unpinned': return `No longer pinned: ${change.text}`;
    case 'warRoomSet': return change.name === null ? `${who} closed the war room` : `War room: ${change.name}`;
    case 'stepTicked': return `${{ done: 'Done', skipped: 'Skipped', open: 'Open again' }[change.state]}: ${change.step} (${change.runbook})`;
    case 'actionRun': return actionWords(change, who);
    case 'exitChecked': return `Exit list: ${change.item} ${{ done: 'done', skipped: 'skipped', open: 'open again' }[change.state]}${change.reason === '' ? '' : ` (${change.reason})`}`;
    case 'exitLeft': return `Left open on the exit list: ${change.items.join(', ')}${change.reason === '' ? '' : ` (${change.reason})`}`;
    case 'verdictSet': return `Verdict: ${verdictNames[change.verdict]}${change.cause === '' ? '' : `. ${change.cause}`}`;
    case 'repeatSet': return change.of === null ? 'No repeat' : `Repeat of ${change.of}: ${change.title}`;
    case 'noticeDrafted': return `A public notice is drafted (${phaseNames[change.phase]}): nobody outside sees it before it is published`;
    case 'noticePublished': return `Published on the status page${change.automatic ? ' by its rule' : ''} (${phaseNames[change.phase]}): ${change.text}`;
    case 'planStarted': return `Response plan: ${change.plan}`;
    case 'planStep': return `${change.step}${{ done: '', failed: ' failed', skipped: ' skipped' }[change.state]}: ${change.result}`;
    case 'planStopped': return `${who} stopped the response plan: ${change.plan}`;
    case 'drill': return `This is a drill: ${change.scenario}`;
    case 'updateSent': return `${change.final ? 'Final update' : 'Update'} to the stakeholders (${phaseNames[change.phase]}): ${change.text}`;
    case 'updateReminded': return change.name === null ? 'An update to the stakeholders is due' : `Reminded ${change.name} that an update to the stakeholders is due`;
    case 'commanderAsked': return `Open for an hour without a commander${change.name === null ? '' : `: asked ${change.name} who decides`}`;
    case 'reported': return `Reported by ${who}${change.description === '' ? '' : `: ${change.description}`}`;
    case 'logs': return `${who} added logs`;
    case 'routed': return change.by === 'rule' ? `Decided by the rule “${change.name}”: ${change.why}` : `Collected by the maintenance window “${change.name}”`;
    case 'held': return `Nobody is paged for ${durationWords(change.milliseconds)}: what ends before then pages nobody`;
    case 'holdOver': return change.reason === 'stillFiring' ? 'It still fires, so it pages now' : 'An alert joined that does not wait, so it pages now';
    case 'flapping': return `Flapping: fired ${change.count} times within a quarter of an hour. Paged once; over when it has been quiet for 10 min`;
    case 'flappingOver': return 'Quiet for 10 min: it does not flap any more';
    case 'amended': return `The source calls it now: ${change.title}`;
    case 'merged': return `${change.from} was merged into this: ${change.title} (${count(change.alerts, 'alert')})`;
    case 'mergedInto': return `Merged into ${change.into}: ${change.title}`;
    case 'told': return `Told ${list(change.names)}`;
    case 'handedOff': return `Handed off to the policy ${change.policy}`;
    case 'nudged': return `Asked ${change.name} whether they are still on it: no sign of work since the acknowledge. It pages again in 5 min`;
    case 'snoozed': return `${who} snoozed it`;
    case 'snoozeEnded': return `${who} ended the snooze`;
    case 'asked': return `${who} ${{ take: 'asked', help: 'asked', call: 'called' }[change.kind]} ${list(change.people)}${{ take: ' to take it over', help: ' to help', call: '' }[change.kind]}`;
    case 'requestAnswered': return `${change.name} ${change.accepted ? 'accepted' : 'declined'}${change.kind === 'take' ? ' to take it over' : ''}`;
    case 'deliveryDelayed': return `${channelWords(change.channel)} to ${change.name} is delayed: the provider does not answer. It is tried again until it does`;
    case 'deliveryFailed': return `${channelWords(change.channel)} to ${change.name} failed: ${change.reason}`;
    case 'deviceRemoved': return `${change.device} of ${change.name} is not registered any more: removed`;
    default: return change satisfies never;
  }
}

function resolvedWords(change: Extract<Change, { type: 'resolved' }>, who: string): string {
  switch (change.by) {
    case 'source': return 'Resolved by itself: the last alert ended';
    case 'watch': return 'Resolved: nothing fired while it was watched';
    case 'person': return change.alertsFiring > 0 ? `Resolved by ${who} while ${count(change.alertsFiring, 'alert')} still fired` : `Resolved by ${who}`;
    default: return change.by satisfies never;
  }
}

function roleWords({ role, name, deputy, from }: Extract<Change, { type: 'roleSet' }>, who: string): string {
  const what = roleNames[role];
  if (name === null) return `${from ?? who} is not ${what.toLowerCase()} any more`;
  return `${what}: ${name}${from === null ? '' : `, taking over from ${from}`}${deputy === null ? '' : `; deputy ${deputy}`}`;
}

function taskWords({ what, title, owner }: Extract<Change, { type: 'task' }>, who: string): string {
  switch (what) {
    case 'added': return `Task: ${title}${owner === null ? '' : ` (${owner})`}`;
    case 'changed': return `Task changed: ${title}`;
    case 'assigned': return `Task ${owner === null ? 'is nobody’s again' : `of ${owner}`}: ${title}`;
    case 'done': return `Task done by ${who}: ${title}`;
    case 'reopened': return `Task open again: ${title}`;
    case 'removed': return `Task removed: ${title}`;
    default: return what satisfies never;
  }
}

function actionWords({ runbook, action, dryRun, state, result }: Extract<Change, { type: 'actionRun' }>, who: string): string {
  const what = `“${action}”${dryRun ? ' (dry run)' : ''} of ${runbook}`;
  switch (state) {
    case 'started': return `${who} ran ${what}`;
    case 'succeeded': return `${what} succeeded${result === '' ? '' : `: ${result}`}`;
    case 'failed': return `${what} failed${result === '' ? '' : `: ${result}`}`;
    default: return state satisfies never;
  }
}

const people = (all: readonly { name: string; why: string }[]) => list(all.map(({ name, why }) => `${name} (${why})`));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** "Sam", "Sam and Priya", "Sam, Priya and 3 others". */
export function list(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
  return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The time of day of a moment for a reader, for "accepted 03:12". */
export const timeOfDay = (at: Instant, reader: ReaderOfWords): string => clockTime(at, reader.zone);

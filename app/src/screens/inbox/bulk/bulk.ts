import { exitItems } from '#domain/incident/exitList';
import { warnsOnResolve } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import type { SeverityPolicy } from '#domain/incident/severity';
import { list } from '#domain/incident/words';
import type { Outcome } from '../../../commands/send';

/** How long the acknowledges of one tap can be taken back, and how long resolves wait before anything is sent, in ms. */
export const UNDO_FOR = 10_000;
export const HELD_FOR = 8_000;

export type Result = { incident: Incident; outcome: Outcome };

/** Whether an acknowledge would take it: nobody has it, or only its source says so. */
export const canAcknowledge = (incident: Incident): boolean =>
  incident.status === 'triggered' || (incident.status === 'acknowledged' && incident.owner.userId === null);

/** Whether there is anything to resolve. */
export const canResolve = ({ status }: Incident): boolean => status !== 'resolved';

/** What came of acknowledging several at once, in a sentence or two, and which of them were taken by it. `held`: chosen, but somebody's already, so not sent. */
export function acknowledgedWords(results: readonly Result[], held: readonly Incident[], userId: string): { words: string; took: string[] } {
  const took = results.filter(({ outcome }) => outcome.state === 'answered' && outcome.answer.outcome === 'done').map(({ incident }) => incident.id);
  const [only] = results;
  if (results.length === 1 && held.length === 0 && only?.outcome.state === 'answered') return { words: only.outcome.answer.message, took };
  const already = [
    ...held.map((incident) => heldWord(incident, userId)),
    ...results.flatMap(({ outcome }) => (outcome.state === 'answered' && outcome.answer.outcome === 'unchanged' ? [answeredWord(outcome.answer, userId)] : [])),
  ];
  const waiting = results.filter(({ outcome }) => outcome.state === 'unanswered').length;
  return {
    took,
    words: sentences([
      [...(took.length > 0 ? [`${took.length} acknowledged`] : []), ...counted(already), ...(waiting > 0 ? [`${waiting} not yet sent`] : [])].join(', '),
      ...(waiting > 0 ? [`Paging goes on until ${waiting === 1 ? 'it is' : 'they are'}`] : []),
      ...refusals(results),
    ]),
  };
}

/** What came of resolving several at once. */
export function resolvedWords(results: readonly Result[]): string {
  const answered = results.flatMap(({ outcome }) => (outcome.state === 'answered' ? [outcome.answer] : []));
  const done = answered.filter(({ outcome }) => outcome === 'done');
  const burning = done.filter(({ warning }) => warning === 'alertsFiring').length;
  const before = answered.length - done.length;
  const waiting = results.filter(({ outcome }) => outcome.state === 'unanswered').length;
  return sentences([
    [
      ...(done.length > 0 ? [`${done.length} resolved${burning > 0 ? ` (${burning} while alerts fire)` : ''}`] : []),
      ...(before > 0 ? [`${before} ${before === 1 ? 'was' : 'were'} over already`] : []),
      ...(waiting > 0 ? [`${waiting} not yet sent`] : []),
    ].join(', '),
    ...(waiting > 0 ? ['Nothing is resolved before it is sent'] : []),
    ...refusals(results),
  ]);
}

/** What came of giving back what was acknowledged a moment ago. `gone`: no longer the reader's, so left alone. */
export function releasedWords(results: readonly Result[], gone: number): string {
  const done = results.filter(({ outcome }) => outcome.state === 'answered').length;
  const waiting = results.filter(({ outcome }) => outcome.state === 'unanswered').length;
  return sentences([
    ...(done > 0 ? [`${done} given back: paging goes on`] : []),
    ...(waiting > 0 ? [`${waiting} not yet given back: no answer from Rouse`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'is' : 'are'} no longer yours, and left alone`] : []),
    ...refusals(results),
  ]);
}

/** What resolving these leaves behind, to be read while it can be taken back: what still fires, and what the exit lists have open. */
export function leftBehind(incidents: readonly Incident[], severities: SeverityPolicy, now: number): string[] {
  const burning = incidents.filter(warnsOnResolve);
  const unfinished = incidents.filter((incident) => exitItems(incident, severities, now).some(({ state }) => state === 'open')).length;
  return [
    ...(burning.length === 0 ? [] : [`Alerts still fire in ${list(burning.map(({ title }) => `“${title}”`))}.`]),
    ...(unfinished === 0 ? [] : [`${unfinished} ${unfinished === 1 ? 'leaves' : 'leave'} points of the exit list open; they wait in the shift review.`]),
  ];
}

function heldWord(incident: Incident, userId: string): string {
  switch (incident.status) {
    case 'triggered': return 'nobody’s';
    case 'acknowledged': return whose(incident.owner, userId);
    case 'monitoring': return 'being watched';
    case 'resolved': return 'resolved';
    default: return incident satisfies never;
  }
}

function answeredWord({ code, holder, status }: { code: string; holder?: { userId: string | null; name: string } | undefined; status?: string | undefined }, userId: string): string {
  if (code === 'already-yours') return 'yours';
  if (holder !== undefined && status !== 'resolved') return whose(holder, userId);
  return { 'already-monitoring': 'being watched', 'already-resolved': 'resolved' }[code] ?? 'taken';
}

const whose = ({ userId: holder, name }: { userId: string | null; name: string }, userId: string): string => (holder === userId ? 'yours' : `${name}'s`);

/** "2 were Sam's already", in the order in which they come. */
function counted(words: readonly string[]): string[] {
  return [...new Set(words)].map((word) => {
    const count = words.filter((each) => each === word).length;
    return `${count} ${count === 1 ? 'was' : 'were'} ${word} already`;
  });
}

function refusals(results: readonly Result[]): string[] {
  const said = results.flatMap(({ outcome }) => (outcome.state === 'refused' ? [outcome.sentence] : []));
  return [...new Set(said)].map((sentence) => `${said.filter((each) => each === sentence).length} refused: ${sentence.replace(/\.$/, '')}`);
}

const sentences = (parts: readonly string[]): string => parts.filter((part) => part !== '').map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(' ');

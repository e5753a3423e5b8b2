import { expect, it } from 'vitest';
import type { Exports, Mutations } from './backend/sources';
import { acknowledgedIsQuiet } from './invariants/acknowledgedIsQuiet';
import { answeredIsQuiet } from './invariants/answeredIsQuiet';
import { endedIsCounted } from './invariants/endedIsCounted';
import { leaseIsHeard } from './invariants/leaseIsHeard';
import { neverForgotten } from './invariants/neverForgotten';
import { nothingLost } from './invariants/nothingLost';
import { oneLinkPerRule } from './invariants/oneLinkPerRule';
import { sentOnce } from './invariants/sentOnce';
import { sweptUp } from './invariants/sweptUp';
import { timelineRunsOn } from './invariants/timelineRunsOn';
import { readCode, simulate } from './simulate';

type Advance = typeof import('#domain/escalation/advance');
type Note = typeof import('../../functions/src/afterwards/note');
type Lifecycle = typeof import('#domain/notification/lifecycle');
type Identity = typeof import('../../functions/src/identity/identity');
type Incident = typeof import('#domain/incident/incident');
type Event = typeof import('../../functions/src/store/event');
type Queries = typeof import('../../functions/src/store/queries');
type WriteTurn = typeof import('../../functions/src/commit/writeTurn');

/** One module with some of its exports made wrong. `real` is the module of that name. */
const sabotage = <M extends object>(module: string, change: (real: M) => Partial<M>): Mutations => ({ [module]: (real: Exports) => ({ ...change(real as M) }) }); // The module of that name has these exports.

const sabotages: readonly (readonly [what: string, invariant: string, mutations: Mutations])[] = [
  ['an advance that forgets the next step', neverForgotten.name, sabotage<Advance>('domain/escalation/advance', (real) => ({
    advance: (...given) => {
      const turn = real.advance(...given);
      return turn.incident.status === 'triggered' ? { ...turn, incident: { ...turn.incident, wakeAt: null, escalation: { ...turn.incident.escalation, nextAt: null } } } : turn;
    },
  }))],
  ['a claim that looks at no incident', acknowledgedIsQuiet.name, sabotage<Lifecycle>('domain/notification/lifecycle', (real) => ({
    claim: (notification, _incident, ...rest) => real.claim(notification, null, ...rest),
  }))],
  ['a 2xx before the event is durable', nothingLost.name, sabotage<Event>('functions/src/store/event', (real) => ({
    createEvent: async (...given) => { real.createEvent(...given).catch(() => undefined); },
  }))],
  ['an answer that leaves the lease', sentOnce.name, sabotage<Lifecycle>('domain/notification/lifecycle', (real) => ({
    answered: (notification, result, now) => ({ ...real.answered(notification, result, now), leaseUntil: now + 1_000 }),
  }))],
  ['a turn that is written with an old time', timelineRunsOn.name, sabotage<WriteTurn>('functions/src/commit/writeTurn', (real) => ({
    writeTurn: (transaction, writing) => real.writeTurn(transaction, writing.before === null ? writing : { ...writing, now: writing.now - 60_000 }),
  }))],
  ['a sweep that finds no incident', sweptUp.name, sabotage<Queries>('functions/src/store/queries', (real) => ({
    ask: (name, values) => real.ask(name, name === 'dueIncidents' ? [0] : values),
  }))],
  ['a sweep that finds no link that is due', sweptUp.name, sabotage<Queries>('functions/src/store/queries', (real) => ({
    ask: (name, values) => real.ask(name, name === 'dueFollowUps' ? [0] : values),
  }))],
  ['an outbox that names a link differently every time', oneLinkPerRule.name, sabotage<Identity>('functions/src/identity/identity', (real) => {
    let put = 0;
    return { idOf: (...parts) => real.idOf(...parts, ...(parts[0] === 'notification' && parts.length === 6 ? [put += 1] : [])) };
  })],
  ['a chain that does not ask whether its request was answered', answeredIsQuiet.name, sabotage<Lifecycle>('domain/notification/lifecycle', (real) => ({
    stopReason: (notification, incident, person) => real.stopReason(notification, notification.kind === 'request' ? null : incident, person),
    claim: (notification, incident, ...rest) => real.claim(notification, notification.kind === 'request' ? null : incident, ...rest),
  }))],
  ['an end after which nothing is noted', endedIsCounted.name, sabotage<Note>('functions/src/afterwards/note', () => ({ noteAfterwards: () => false }))],
  ['an acknowledge that nobody looks at again', leaseIsHeard.name, sabotage<Incident>('domain/incident/incident', (real) => ({
    wakeAtOf: (incident) => (incident.status === 'acknowledged' ? null : real.wakeAtOf(incident)),
  }))],
];

/** Which worlds a fault is shown in: another commit anywhere moves every later chance, and a crash between two certain effects is not in every world. */
const seeds = [7, 8, 9];

it.each(sabotages)('%s breaks "%s" within 3,000 steps of a few worlds', async (_what, invariant, mutations) => {
  const code = await readCode(mutations);
  // A fault may break more than one, and chance says which is first.
  const others: string[] = [];
  for (const seed of seeds) {
    const { broken } = await simulate(code, { steps: 3_000, seed, shrinkFor: 0 });
    if (broken?.invariant === invariant) return;
    others.push(`seed ${seed}: ${broken?.invariant ?? 'nothing'}`);
  }
  expect.fail(`what broke first: ${others.join(', ')}`);
});

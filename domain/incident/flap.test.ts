import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { firedAgain, flappingOf, flapQuiet } from './flap';
import { reopen, resolve, setMilestone } from './finish';
import { noRouting } from './open';
import { acknowledge, escalate, release } from './take';
import type { Turn } from './turn';
import { recipientOf } from '../notification/notification';

// Flapping: an alert that began to fire three times within a quarter of an hour is paged once, and its incident stays open until nothing
// has fired for ten minutes.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const [first, second, third] = ['INC-000001', 'INC-000002', 'INC-000003'];
type Fields = Parameters<typeof sampleArrival>[0];

const fire = (inbox: SampleInbox, at: Instant, fields: Fields = {}) => inbox.receive(sampleArrival(fields, at), at);
const end = (inbox: SampleInbox, at: Instant, fields: Fields = {}) => inbox.receive(sampleArrival({ ...fields, status: 'resolved' }, at), at);
const pagesOf = (...turns: (Turn | undefined)[]) =>
  turns.flatMap((turn) => turn?.requests ?? []).filter(({ kind }) => kind === 'page').map((request) => `${recipientOf(request)} ${request.cause}`);
const pagesOfAll = (turns: Record<string, Turn>) => pagesOf(...Object.values(turns));
const firing = (inbox: SampleInbox, id: string) => inbox.incident(id).alertCounts.firing;

/** Fires at noon, +4 min and +8 min, each time for a minute: the third incident flaps, quiet since +9 min. */
function flapping(fields: Fields = {}): SampleInbox {
  const inbox = sampleInbox(facts);
  for (const minutes of [0, 4, 8]) {
    fire(inbox, noon + minutes * MINUTE, fields);
    end(inbox, noon + (minutes + 1) * MINUTE, fields);
  }
  return inbox;
}
const quietSince = noon + 9 * MINUTE;
const quietUntil = quietSince + 10 * MINUTE;

describe('what flaps', () => {
  it('is what began to fire three times within 15 min, to the millisecond', () => {
    expect(flappingOf([noon, noon + 1, noon + 15 * MINUTE], noon + 15 * MINUTE)).toEqual({ sinceAt: noon, count: 3, quietUntil: null });
    expect(flappingOf([noon, noon + 1, noon + 15 * MINUTE + 1], noon + 15 * MINUTE + 1)).toBeNull();
    expect(flappingOf([noon, noon + 1], noon + 1)).toBeNull();
    expect(flappingOf([], noon)).toBeNull();
  });

  it('counts what is recent, of the last five', () => {
    const starts = [0, 1, 2, 3, 4, 5].map((minutes) => noon + minutes * MINUTE);
    const alert = fire(sampleInbox(facts), noon).alerts[`${first}/alert-checkout-503`];
    const firedAt = starts.reduce<Instant[]>((known, at) => firedAgain(alert && { ...alert, firedAt: known }, at), []);
    expect(firedAt).toEqual(starts.slice(1));
    expect(flappingOf(firedAt, noon + 17 * MINUTE)).toEqual({ sinceAt: noon + 2 * MINUTE, count: 4, quietUntil: null });
  });

  it('is not a repeat, however often it comes', () => {
    const inbox = sampleInbox(facts);
    for (const seconds of [0, 10, 20, 30]) fire(inbox, noon + seconds * SECOND);
    expect(inbox.incident(first).flapping).toBeNull();
  });

  it('is not three alerts that fire once each', () => {
    const inbox = sampleInbox(facts);
    for (const dedupKey of ['a', 'b', 'c']) fire(inbox, noon, { dedupKey, groupKey: 'g' });
    expect(inbox.incident(first).flapping).toBeNull();
  });

  it('is not what a late report of an ended run repeats', () => {
    const inbox = sampleInbox(facts);
    for (const seconds of [0, 20, 40]) {
      fire(inbox, noon + seconds * SECOND, { startedAt: noon });
      end(inbox, noon + (seconds + 10) * SECOND, { startedAt: noon, endedAt: noon + 10 * SECOND });
    }
    expect(inbox.incidents()).toMatchObject([{ flapping: null, status: 'resolved' }]);
  });
});

describe('an alert that flaps', () => {
  it('closes and opens incidents until it is known to flap; then one stays open', () => {
    const inbox = flapping();
    expect(inbox.incidents().map(({ status }) => status)).toEqual(['resolved', 'resolved', 'triggered']);
    expect(inbox.incident(third)).toMatchObject({
      flapping: { sinceAt: noon, count: 3, quietUntil }, alertCounts: { firing: 0, total: 1 },
    });
  });

  it('is said when it is recognised, and pages then like any new incident', () => {
    const inbox = sampleInbox(facts);
    for (const minutes of [0, 4]) {
      fire(inbox, noon + minutes * MINUTE);
      end(inbox, noon + (minutes + 1) * MINUTE);
    }
    const { turns } = fire(inbox, noon + 8 * MINUTE);
    expect(turns[third]?.changes).toMatchObject([{ type: 'triggered' }, { type: 'paged' }, { type: 'flapping', count: 3 }]);
    expect(pagesOfAll(turns)).toEqual(['priya 0.0']);
  });

  it('pages nobody anew for the next runs, which are counted', () => {
    const inbox = flapping();
    const turns = [10, 12, 14].flatMap((minutes) => [fire(inbox, noon + minutes * MINUTE).turns[third], end(inbox, noon + (minutes + 1) * MINUTE).turns[third]]);
    expect(pagesOf(...turns)).toEqual([]);
    expect(turns.flatMap((turn) => turn?.changes.map(({ type }) => type))).toEqual(['alertsResolved', 'alertsResolved', 'alertsResolved']);
    expect(inbox.incidents()).toHaveLength(3);
    expect(inbox.incident(third)).toMatchObject({ flapping: { sinceAt: noon, count: 6, quietUntil: noon + 25 * MINUTE }, alertCounts: { firing: 0, total: 1, events: 4 } });
  });

  it('goes on escalating while nobody takes it, also while it is quiet: somebody has to look', () => {
    const inbox = flapping();
    expect(inbox.incident(third).wakeAt).toBe(noon + 9 * MINUTE);
    expect(pagesOf(inbox.wake(third, noon + 9 * MINUTE))).toEqual(['sam 0.1']);
    expect(inbox.incident(third)).toMatchObject({ flapping: { quietUntil }, wakeAt: noon + 11 * MINUTE });
  });

  it('within an incident that others hold open flaps by the same rule', () => {
    const inbox = sampleInbox(facts);
    fire(inbox, noon, { dedupKey: 'steady', groupKey: 'g' });
    for (const minutes of [0, 1, 2]) {
      fire(inbox, noon + minutes * MINUTE, { dedupKey: 'b', groupKey: 'g' });
      end(inbox, noon + minutes * MINUTE + 30 * SECOND, { dedupKey: 'b' });
    }
    // Something fires all along, so nothing is quiet.
    expect(inbox.incident(first).flapping).toEqual({ sinceAt: noon, count: 3, quietUntil: null });
    end(inbox, noon + 3 * MINUTE, { dedupKey: 'steady' });
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', flapping: { quietUntil: noon + 13 * MINUTE } });
  });

  it('is not quiet while another alert of its incident fires', () => {
    const inbox = flapping({ groupKey: 'g' });
    fire(inbox, noon + 10 * MINUTE, { dedupKey: 'other', groupKey: 'g' });
    expect(inbox.incident(third)).toMatchObject({ flapping: { count: 3, quietUntil: null }, alertCounts: { firing: 1 } });
    end(inbox, noon + 11 * MINUTE, { dedupKey: 'other', groupKey: 'g' });
    expect(inbox.incident(third).flapping).toMatchObject({ count: 3, quietUntil: noon + 21 * MINUTE });
  });

  it('is still a part of the incident after half an hour of flapping every eight minutes', () => {
    const inbox = flapping();
    // Never three within 15 min any more, and never quiet for ten.
    for (const minutes of [17, 25, 33]) {
      fire(inbox, noon + minutes * MINUTE);
      end(inbox, noon + (minutes + 1) * MINUTE);
    }
    expect(inbox.incidents()).toHaveLength(3);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: { quietUntil: noon + 44 * MINUTE } });
  });
});

describe('quiet for ten minutes', () => {
  /** Somebody took it, so that nothing but the quiet is due. */
  const taken = (inbox: SampleInbox) => inbox.command(third, (incident) => acknowledge(incident, priya, facts.severities, quietSince));

  it('it is over, as the last resolve would have ended it', () => {
    const inbox = flapping();
    taken(inbox);
    expect(inbox.incident(third).wakeAt).toBe(quietUntil);
    expect(inbox.wake(third, quietUntil - 1).changes).toEqual([]);
    expect(inbox.wake(third, quietUntil)).toMatchObject({
      changes: [{ type: 'flappingOver' }, { type: 'resolved', by: 'source', alertsFiring: 0 }], requests: [],
      incident: { status: 'resolved', flapping: null, wakeAt: null, owner: priya, resolvedBy: null },
    });
  });

  it('one that people worked on is watched instead', () => {
    const inbox = flapping();
    taken(inbox);
    inbox.command(third, (incident) => ({ kind: 'done', turn: { incident: { ...incident, updateCount: 1 }, changes: [], requests: [] } }));
    expect(inbox.wake(third, quietUntil)).toMatchObject({ changes: [{ type: 'flappingOver' }, { type: 'monitoring' }], incident: { status: 'monitoring', flapping: null } });
  });

  it('begins anew with every run', () => {
    const inbox = flapping();
    taken(inbox);
    fire(inbox, quietUntil - 1);
    expect(inbox.incident(third)).toMatchObject({ flapping: { quietUntil: null } });
    // What is asked then is whoever has it: the lease is over, the flapping is not.
    expect(inbox.wake(third, quietUntil).changes).toEqual([{ type: 'nudged', name: 'Priya' }]);
    end(inbox, quietUntil + 5 * MINUTE);
    expect(inbox.incident(third).flapping?.quietUntil).toBe(quietUntil + 15 * MINUTE);
  });

  it('the end pages nobody, even where a step was due as well and the wake-up came late', () => {
    const inbox = flapping();
    const turn = inbox.wake(third, noon + DAY);
    expect(turn).toMatchObject({ requests: [], incident: { status: 'resolved' } });
    expect(turn.changes.map(({ type }) => type)).toEqual(['flappingOver', 'resolved']);
  });

  it('a run that follows within a quarter of an hour flaps no more than its own count says', () => {
    const inbox = flapping();
    taken(inbox);
    inbox.wake(third, quietUntil);
    // Of noon, +4 and +8 only the last lies within 15 min of +20.
    const { turns } = fire(inbox, noon + 20 * MINUTE);
    expect(turns['INC-000004']?.incident.flapping).toBeNull();
    expect(pagesOfAll(turns)).toEqual(['priya 0.0']);
  });
});

describe('while somebody has it', () => {
  const acknowledged = () => {
    const inbox = flapping();
    inbox.command(third, (incident) => acknowledge(incident, priya, facts.severities, quietSince));
    return inbox;
  };

  it('its runs neither page nor tell', () => {
    const inbox = acknowledged();
    expect(fire(inbox, noon + 10 * MINUTE).turns[third]).toMatchObject({ requests: [], incident: { status: 'acknowledged' } });
  });

  it('a run after the lease ran out pages again, and goes on flapping', () => {
    const inbox = acknowledged();
    expect(pagesOfAll(fire(inbox, quietSince + 10 * MINUTE - 1).turns)).toEqual([]);
    end(inbox, quietSince + 10 * MINUTE);
    expect(pagesOfAll(fire(inbox, quietSince + 10 * MINUTE).turns)).toEqual(['priya 0.0']);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: { count: 5, quietUntil: null } });
  });

  it('a release pages again, and it is still over when it has been quiet', () => {
    const inbox = acknowledged();
    inbox.command(third, (incident) => release(incident, facts, noon + 10 * MINUTE));
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: { quietUntil }, escalation: { state: 'paging' } });
    inbox.command(third, (incident) => acknowledge(incident, priya, facts.severities, noon + 11 * MINUTE));
    expect(inbox.wake(third, quietUntil).incident.status).toBe('resolved');
  });

  it('an alert that begins to flap after the acknowledge is said and not paged', () => {
    const inbox = sampleInbox(facts);
    fire(inbox, noon, { dedupKey: 'steady', groupKey: 'g' });
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
    const turns = [1, 2, 3].map((minutes) => {
      const fired = fire(inbox, noon + minutes * MINUTE, { dedupKey: 'b', groupKey: 'g' }).turns[first];
      end(inbox, noon + minutes * MINUTE + 30 * SECOND, { dedupKey: 'b' });
      return fired;
    });
    expect(turns.at(-1)?.changes).toEqual([{ type: 'flapping', count: 3 }]);
    expect(pagesOf(...turns)).toEqual([]);
  });
});

describe('while its fix is watched', () => {
  const watched = () => {
    const inbox = flapping();
    inbox.command(third, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon + 10 * MINUTE));
    return inbox;
  };

  it('the watch ends it, not the quiet', () => {
    const inbox = watched();
    expect(inbox.incident(third).wakeAt).toBe(noon + 40 * MINUTE);
    expect(inbox.wake(third, quietUntil).changes).toEqual([]);
    expect(inbox.wake(third, noon + 40 * MINUTE).changes).toMatchObject([{ type: 'resolved', by: 'watch' }]);
  });

  it('a run triggers it again, and its end closes nothing before it has been quiet', () => {
    const inbox = watched();
    expect(pagesOfAll(fire(inbox, noon + 12 * MINUTE).turns)).toEqual(['priya 0.0']);
    end(inbox, noon + 13 * MINUTE);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: { quietUntil: noon + 23 * MINUTE } });
  });

  it('an escalation goes on until somebody has looked: what was watched is not over for having been quiet before', () => {
    const inbox = watched();
    inbox.command(third, (incident) => escalate(incident, facts, noon + 30 * MINUTE));
    expect(inbox.wake(third, noon + 30 * MINUTE).changes).toEqual([]);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: null, wakeAt: noon + 32 * MINUTE });
  });
});

describe('ended by hand', () => {
  const ended = () => {
    const inbox = flapping();
    inbox.command(third, (incident) => resolve(incident, priya, noon + 10 * MINUTE));
    return inbox;
  };

  it('it is over at once', () => {
    const inbox = ended();
    expect(inbox.incident(third)).toMatchObject({ status: 'resolved', wakeAt: null });
    expect(inbox.wake(third, quietUntil).changes).toEqual([]);
  });

  it('the next run opens another, which is known to flap from the start', () => {
    const inbox = ended();
    const { turns } = fire(inbox, noon + 12 * MINUTE);
    expect(turns['INC-000004']).toMatchObject({ incident: { flapping: { sinceAt: noon, count: 4 } } });
    end(inbox, noon + 13 * MINUTE);
    expect(inbox.incident('INC-000004').status).toBe('triggered');
  });

  it('and reopened, it stays open until somebody ends it: nobody asked for it to go by itself', () => {
    const inbox = ended();
    inbox.command(third, (incident) => reopen(incident, facts, noon + HOUR));
    expect(inbox.wake(third, noon + HOUR).changes).toEqual([]);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', flapping: null, wakeAt: noon + HOUR + MINUTE });
  });
});

describe('what flaps and is held', () => {
  const heldArrival = (at: Instant, holdUntil: Instant) => ({ ...sampleArrival({}, at), routing: { ...noRouting, holdUntil } });

  it('pages nobody while it waits, and ends unheard where it has been quiet before the wait is over', () => {
    const inbox = sampleInbox(facts);
    const requests = [0, 4, 8].flatMap((minutes) => {
      const at = noon + minutes * MINUTE;
      const fired = inbox.receive(heldArrival(at, noon + HOUR), at);
      return [...Object.values(fired.turns), ...Object.values(end(inbox, at + MINUTE).turns)].flatMap((turn) => turn.requests);
    });
    expect(requests).toEqual([]);
    expect(inbox.incident(third)).toMatchObject({ status: 'triggered', escalation: { state: 'held' }, wakeAt: quietUntil });
    expect(inbox.wake(third, quietUntil)).toMatchObject({ requests: [], incident: { status: 'resolved', clocks: { notifiedAt: null } } });
    expect(inbox.incident(second).clocks.notifiedAt).toBeNull();
  });

  it('pages nobody where nothing fires when the wait is over, and pages what then fires for as long as it has to wait by itself', () => {
    const inbox = sampleInbox(facts);
    for (const minutes of [0, 4, 8]) {
      const at = noon + minutes * MINUTE;
      inbox.receive(heldArrival(at, noon + 10 * MINUTE), at);
      end(inbox, at + MINUTE);
    }
    expect(inbox.wake(third, noon + 10 * MINUTE)).toMatchObject({ requests: [], incident: { escalation: { state: 'held' }, wakeAt: quietUntil } });
    const again = noon + 12 * MINUTE;
    inbox.receive(heldArrival(again, again + MINUTE), again);
    expect(inbox.incident(third).wakeAt).toBe(again + MINUTE);
    expect(pagesOf(inbox.wake(third, again + MINUTE))).toEqual(['priya 0.0']);
  });

  it('pages once where it fires when the wait is over', () => {
    const inbox = sampleInbox(facts);
    for (const minutes of [0, 4, 8]) {
      const at = noon + minutes * MINUTE;
      inbox.receive(heldArrival(at, noon + 10 * MINUTE), at);
      if (minutes < 8) end(inbox, at + MINUTE);
    }
    expect(firing(inbox, third)).toBe(1);
    expect(pagesOf(inbox.wake(third, noon + 10 * MINUTE))).toEqual(['priya 0.0']);
    end(inbox, noon + 11 * MINUTE);
    expect(pagesOfAll(fire(inbox, noon + 12 * MINUTE).turns)).toEqual([]);
  });
});

it('the quiet is ten minutes', () => {
  expect(flapQuiet).toBe(10 * MINUTE);
});

import { describe, expect, it } from 'vitest';
import type { Incident } from '#domain/incident/incident';
import { noRouting } from '#domain/incident/open';
import { type Arrival } from '#domain/incident/join';
import { turnOf } from '#domain/incident/turn';
import { type Book, fold } from '#domain/ingest/fold';
import { noon, sampleArrival, sampleFacts } from '#domain/samples';
import { sampleInbox } from '#domain/sampleInbox';
import { MINUTE, SECOND } from '#domain/time/instant';
import { burstFrom, overlaid, tallied, type Tallied, type Tallies, Tally } from './tally';

// What only counts is tallied beside the incident; whatever the order, stored and tallied counts together are what has arrived.

const facts = sampleFacts();
const id = 'INC-000001';
const report = (index: number, fields: Parameters<typeof sampleArrival>[0] = {}, at = noon): Arrival => sampleArrival({ dedupKey: `a${index}`, groupKey: 'g', ...fields }, at);

/** What the store keeps: incident, alerts, keys and tally, written as `decideBatch` does. */
function store(alertCount = 3, reports = burstFrom) {
  const inbox = sampleInbox(facts);
  inbox.receive(Array.from({ length: Math.max(reports, alertCount) }, (_, index) => report(index % alertCount)), noon);
  let incident = inbox.incident(id);
  const alerts = new Map(inbox.alertsOf(id).map((alert) => [alert.id, alert]));
  const open = Object.fromEntries(inbox.openKeys());
  let tallies: Tallies = {};
  const shown = () => {
    const paths = Object.fromEntries([...alerts].map(([alertId, alert]) => [`${id}/${alertId}`, alert]));
    return { incident: overlaid.incident(incident, tallies), alerts: overlaid.alerts(paths, tallies) };
  };
  return {
    stored: () => incident, storedAlerts: () => [...alerts.values()], tally: () => tallies[id], shown,
    receive(arrivals: readonly Arrival[], now: number): Tallied {
      const before = shown();
      const book: Book = { open, turns: { [id]: turnOf(before.incident) }, alerts: before.alerts, recent: {}, aliases: {} };
      const folded = fold(arrivals, book, facts, () => 'INC-000002', now);
      const outcome = tallied(id, folded, book, incident, tallies, now);
      if (!outcome.onlyCounts) {
        incident = folded.turns[id]?.incident ?? incident;
        for (const alert of Object.values(folded.alerts)) alerts.set(alert.id, alert);
      }
      tallies = outcome.tally === null ? {} : { [id]: Tally.parse(outcome.tally) };
      return outcome;
    },
    edit(change: (incident: Incident) => Incident) { incident = change(incident); },
  };
}
const counts = ({ incident, alerts }: ReturnType<ReturnType<typeof store>['shown']>) =>
  ({ events: incident.alertCounts.events, alerts: Object.values(alerts).map(({ id: alertId, count }) => `${alertId} ${count}`).sort() });

describe('a batch that changes nothing but counts', () => {
  it('is tallied, and nothing else is written; incident and alerts are shown with it', () => {
    const kept = store();
    const before = kept.stored();
    const outcome = kept.receive([report(0), report(0), report(1)], noon + SECOND);
    expect(outcome).toMatchObject({ onlyCounts: true, tally: { incidentId: id, events: 3, startedAt: noon + SECOND, dueAt: noon + 4 * SECOND } });
    expect(kept.stored()).toBe(before);
    expect(kept.shown().incident.alertCounts).toEqual({ firing: 3, total: 3, events: burstFrom + 3 });
    expect(kept.tally()?.alerts).toEqual({ 'alert-a0': { count: 2, lastSeenAt: noon }, 'alert-a1': { count: 1, lastSeenAt: noon } });
  });

  it('adds to what is tallied already', () => {
    const kept = store();
    kept.receive([report(0)], noon + SECOND);
    kept.receive([report(0, {}, noon + 2 * SECOND), report(2)], noon + 2 * SECOND);
    expect(kept.tally()).toMatchObject({ events: 3, startedAt: noon + SECOND, dueAt: noon + 5 * SECOND });
    expect(kept.tally()?.alerts).toEqual({ 'alert-a0': { count: 2, lastSeenAt: noon + 2 * SECOND }, 'alert-a2': { count: 1, lastSeenAt: noon } });
  });

  it('is written out when nothing came for three seconds, and after a minute however much comes', () => {
    const kept = store();
    for (let seconds = 0; seconds < 90; seconds += 2) kept.receive([report(0)], noon + seconds * SECOND);
    expect(kept.tally()).toMatchObject({ startedAt: noon, dueAt: noon + MINUTE });
  });

  it('shows an alert as last seen when it was, also where a late report says earlier', () => {
    const kept = store();
    kept.receive([report(0, {}, noon - MINUTE)], noon + SECOND);
    expect(kept.shown().alerts[`${id}/alert-a0`]?.lastSeenAt).toBe(noon);
  });
});

describe('what is written at once', () => {
  const rest = { ...noRouting };
  const written: { what: string; arrivals: Arrival[] }[] = [
    { what: 'a new alert', arrivals: [report(7)] },
    { what: 'an end', arrivals: [report(0, { status: 'resolved' })] },
    { what: "the source's acknowledge", arrivals: [report(0, { status: 'acknowledged' })] },
    { what: 'other words', arrivals: [report(0, { description: 'Now at 93 %' })] },
    { what: 'other labels', arrivals: [report(0, { labels: { pod: 'x' } })] },
    { what: 'another start', arrivals: [report(0, { startedAt: noon })] },
    { what: 'another severity of the alert', arrivals: [report(0, { severityWord: 'info' })] },
    { what: 'a new name in the incident', arrivals: [report(0, { name: 'Renamed' })] },
    { what: 'an amendment', arrivals: [report(0, { amends: { title: 'Renamed', description: null, severityWord: null, note: null } })] },
    { what: 'a note', arrivals: [report(0, { amends: { title: null, description: null, severityWord: null, note: 'Looking' } })] },
    { what: 'an alert that ends and fires again within the batch', arrivals: [report(0, { status: 'resolved' }), { ...report(0), routing: rest }] },
    { what: 'one change among many repeats', arrivals: [report(0), report(1), report(2, { status: 'resolved' })] },
  ];
  it.each(written)('is $what', ({ arrivals }) => {
    const kept = store();
    expect(kept.receive(arrivals, noon + SECOND)).toEqual({ onlyCounts: false, tally: null, had: false });
  });

  it('is everything of an incident below the burst', () => {
    expect(store(3, burstFrom - 1).receive([report(0)], noon + SECOND).onlyCounts).toBe(false);
    expect(store(3, burstFrom).receive([report(0)], noon + SECOND).onlyCounts).toBe(true);
  });

  it('is an incident that this batch opens', () => {
    const folded = fold(Array.from({ length: 100 }, () => report(0)), { open: {}, turns: {}, alerts: {}, recent: {}, aliases: {} }, facts, () => id, noon);
    expect(tallied(id, folded, { open: {}, turns: {}, alerts: {}, recent: {}, aliases: {} }, undefined, {}, noon)).toEqual({ onlyCounts: false, tally: null, had: false });
  });
});

describe('a batch that changes more, after a tally', () => {
  const changed = () => {
    const kept = store();
    kept.receive([report(0), report(1), report(1)], noon + SECOND);
    return { kept, outcome: kept.receive([report(1, { status: 'resolved' })], noon + 2 * SECOND) };
  };

  it('writes the incident with all of its reports, and leaves the alerts that it did not touch in the tally', () => {
    const { kept, outcome } = changed();
    expect(outcome).toEqual({
      onlyCounts: false, had: true, tally: { incidentId: id, events: 0, startedAt: noon + SECOND, dueAt: noon + 4 * SECOND, alerts: { 'alert-a0': { count: 1, lastSeenAt: noon } } },
    });
    expect(kept.stored().alertCounts).toEqual({ firing: 2, total: 3, events: burstFrom + 3 });
    expect(kept.storedAlerts().find(({ id: alertId }) => alertId === 'alert-a1')).toMatchObject({ status: 'resolved', count: 19 });
  });

  it('goes on counting from there', () => {
    const { kept } = changed();
    kept.receive([report(0), report(2)], noon + 3 * SECOND);
    expect(kept.tally()).toMatchObject({ events: 2, alerts: { 'alert-a0': { count: 2 }, 'alert-a2': { count: 1 } } });
    expect(kept.shown().incident.alertCounts.events).toBe(burstFrom + 5);
  });

  it('that touches all that is tallied deletes the tally', () => {
    const kept = store();
    kept.receive([report(0)], noon + SECOND);
    expect(kept.receive([report(0, { description: 'Now at 93 %' })], noon + 2 * SECOND)).toEqual({ onlyCounts: false, tally: null, had: true });
    expect(kept.storedAlerts().find(({ id: alertId }) => alertId === 'alert-a0')).toMatchObject({ count: 19, description: 'Now at 93 %' });
  });

  it('keeps what a command did to the incident meanwhile', () => {
    const kept = store();
    kept.receive([report(0)], noon + SECOND);
    kept.edit((incident) => ({ ...incident, tags: ['eu'] }));
    expect(kept.receive([report(0)], noon + 2 * SECOND).onlyCounts).toBe(true);
    kept.receive([report(0, { status: 'resolved' })], noon + 3 * SECOND);
    expect(kept.stored()).toMatchObject({ tags: ['eu'], alertCounts: { events: burstFrom + 2 } });
  });
});

describe('the limit of a tally', () => {
  it('is 4,000 alerts: what does not fit is written', () => {
    const alertCount = 4_001;
    const kept = store(alertCount);
    const all = Array.from({ length: alertCount }, (_, index) => report(index));
    expect(kept.receive(all.slice(0, 3_900), noon + SECOND).onlyCounts).toBe(true);
    const outcome = kept.receive(all.slice(3_900), noon + 2 * SECOND);
    expect(outcome.onlyCounts).toBe(false);
    expect(counts(kept.shown())).toEqual({ events: 2 * alertCount, alerts: all.map((_, index) => `alert-a${index} 2`).sort() });
  });
});

it('stored and tallied counts are together what has arrived, in any order', () => {
  const kept = store();
  const expected = new Map([0, 1, 2].map((index) => [`alert-a${index}`, kept.storedAlerts().find(({ id: alertId }) => alertId === `alert-a${index}`)?.count ?? 0]));
  let events = burstFrom;
  for (let batch = 0; batch < 60; batch += 1) {
    const arrivals = [0, 1, 2, 1].slice(0, 1 + (batch % 4)).map((index) =>
      report(index, batch % 7 === 0 ? { description: `batch ${batch}` } : { description: `batch ${batch - (batch % 7)}` }, noon + batch));
    kept.receive(arrivals, noon + batch * 100);
    for (const { alertId } of arrivals) expected.set(alertId, (expected.get(alertId) ?? 0) + 1);
    events += arrivals.length;
    expect(counts(kept.shown())).toEqual({ events, alerts: [...expected].map(([alertId, count]) => `${alertId} ${count}`) });
  }
});

describe('what is overlaid', () => {
  it('is nothing without a tally', () => {
    const kept = store();
    const incident = kept.stored();
    expect(overlaid.incident(incident, {})).toBe(incident);
    expect(Object.values(overlaid.alerts({ [`${id}/alert-a0`]: kept.storedAlerts()[0] ?? expect.fail() }, {}))).toEqual([kept.storedAlerts()[0]]);
  });

  it("is only the incident's own tally", () => {
    const kept = store();
    kept.receive([report(0)], noon + SECOND);
    const other = { ...kept.stored(), id: 'INC-000009' };
    expect(overlaid.incident(other, { [id]: kept.tally() ?? expect.fail() })).toBe(other);
  });
});

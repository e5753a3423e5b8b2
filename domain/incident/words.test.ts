import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePolicy } from '../samples';
import { DAY, MINUTE, SECOND } from '../time/instant';
import { advance } from '../escalation/advance';
import type { Decision } from './decision';
import { resolve, setMilestone } from './finish';
import type { Incident } from './incident';
import { acknowledge } from './take';
import { Change } from './timeline';
import { changeWords, isPagingMe, list, shortStatus, statusLine } from './words';

const facts = sampleFacts({ policy: samplePolicy({ steps: samplePolicy().steps.map((step) => ({ ...step, delaySeconds: 130 })) }) });
const priya = { userId: 'priya', name: 'Priya' };
const me = { userId: 'priya', zone: 'Europe/Berlin' };
const sam = { userId: 'sam', zone: 'UTC' };
const incident = sampleIncident({}, facts);
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
}
const taken = done(acknowledge(incident, priya, facts.severities, noon));
const watched = done(setMilestone(taken, 'fixDeployed', priya, facts.severities, noon));

describe('the status line', () => {
  it.each([
    { what: 'paging me', given: incident, reader: me, line: 'Paging you. Sam (secondary) is paged in 2 min 10 s.' },
    { what: 'paging another', given: incident, reader: sam, line: 'Paging Priya. You are paged in 2 min 10 s.' },
    { what: 'mine', given: taken, reader: me, line: 'Acknowledged by you at 13:00. Nobody else will be paged.' },
    { what: "another's", given: taken, reader: sam, line: 'Acknowledged by Priya at 12:00. Nobody else will be paged.' },
    { what: 'watched', given: watched, reader: me, line: 'A fix is in. Watching until 13:30, then it ends by itself.' },
    { what: 'watched while something fires', given: { ...watched, alertCounts: { firing: 2, total: 2, events: 2 } }, reader: me, line: 'A fix is in. Watching until 13:30; 2 alerts still firing.' },
    { what: 'resolved by hand', given: done(resolve(taken, priya, noon)), reader: sam, line: 'Resolved by Priya at 12:00.' },
    { what: 'ended by its source', given: { ...done(resolve(taken, priya, noon)), resolvedBy: null } as Incident, reader: sam, line: 'Resolved by itself at 12:00. Nothing to do.' }, // Still resolved.
    { what: 'quiet', given: sampleIncident({ severity: 'SEV4' }, facts), reader: me, line: 'Paging you. Nobody else is paged: its urgency is low.' },
    { what: 'nobody at all', given: sampleIncident({}, { ...facts, people: {} }), reader: me, line: 'Paging the admins. Nobody else can be reached.' },
  ])('$what: $line', ({ given, reader, line }) => {
    const known = given.responders.length === 0 ? { ...facts, people: {} } : facts;
    expect(statusLine(given, reader, known, noon)).toBe(line);
  });

  it('says "again" to whom is paged already, and "now" once it is due', () => {
    const alone = sampleFacts({ policy: samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'priya' }], delaySeconds: 60 }] }) });
    expect(statusLine(sampleIncident({}, alone), me, alone, noon + 20 * SECOND)).toBe('Paging you. You are paged again in 40 s.');
    expect(statusLine(sampleIncident({}, alone), me, alone, noon + 2 * MINUTE)).toBe('Paging you. You are paged again now.');
  });

  it('adds the day where the acknowledge is not of today', () => {
    expect(statusLine(taken, sam, facts, noon + DAY)).toBe('Acknowledged by Priya at Sat 12:00. Nobody else will be paged.');
  });
});

describe('the short status', () => {
  it('is paging the last two, or whoever has it', () => {
    const both = advance(incident, facts, noon + 130 * SECOND).incident;
    expect([shortStatus(incident, me), shortStatus(incident, sam), shortStatus(both, { userId: 'ada' })]).toEqual(['paging you', 'paging Priya', 'paging Priya and Sam']);
    expect([shortStatus(taken, me), shortStatus(taken, sam), shortStatus(watched, me), shortStatus(done(resolve(taken, priya, noon)), me)])
      .toEqual(['you have it', 'Priya has it', 'watching', 'resolved']);
  });

  it('is not "paging you" for somebody without a user, nor for one who has acknowledged before', () => {
    expect(isPagingMe(incident, null)).toBe(false);
    expect(isPagingMe({ ...incident, responders: [{ ...priya, state: 'acknowledged', at: noon }] }, 'priya')).toBe(false);
  });
});

describe('the timeline in words', () => {
  const person = { kind: 'person' as const, ...priya };
  const source = { kind: 'source' as const, integrationId: 'i', name: 'Alertmanager' };
  const rouse = { kind: 'rouse' as const };
  const people = [{ userId: 'sam', name: 'Sam', why: 'secondary' }];
  const lines: [Change, typeof person | typeof source | typeof rouse, string][] = [
    [{ type: 'triggered', title: 'Down', severity: 'SEV1', linkedTo: null }, source, 'Triggered as SEV1: Down'],
    [{ type: 'triggered', title: 'Down', severity: 'SEV1', linkedTo: 'INC-000001' }, source, 'Triggered as SEV1, linked to INC-000001: Down'],
    [{ type: 'retriggered', reason: 'severityRose', title: 'Down' }, source, 'Paging again, for its severity rose: Down'],
    [{ type: 'alertsJoined', count: 2, titles: ['a', 'b'] }, source, '2 more alerts joined: a; b'],
    [{ type: 'alertsResolved', count: 1, titles: ['a'] }, source, '1 alert resolved: a'],
    [{ type: 'paged', round: 0, step: 1, people }, rouse, 'Paged Sam (secondary)'],
    [{ type: 'stepSkipped', round: 0, step: 2, targets: ['Nights'] }, rouse, 'Nobody to page for step 3 (Nights): skipped'],
    [{ type: 'lastResort', reason: 'nobody', people }, rouse, 'Nobody was reached: the page went to the admins, Sam (secondary)'],
    [{ type: 'lastResort', reason: 'outOfRounds', people }, rouse, 'Nobody acknowledged in any round: the page went to the admins, Sam (secondary)'],
    [{ type: 'nobodyAtAll' }, rouse, 'No admin can be paged either. Trying again in 10 min'],
    [{ type: 'ownerTold', name: 'Priya', title: 'Cards' }, source, 'Told Priya quietly of a new alert: Cards'],
    [{ type: 'acknowledged' }, person, 'Acknowledged by Priya'],
    [{ type: 'released' }, person, 'Priya took the acknowledge back: paging goes on'],
    [{ type: 'escalated', step: 1 }, person, 'Priya asked for the next person'],
    [{ type: 'monitoring', until: noon }, person, 'A fix is in: watching'],
    [{ type: 'resolved', by: 'person', alertsFiring: 0 }, person, 'Resolved by Priya'],
    [{ type: 'resolved', by: 'person', alertsFiring: 2 }, person, 'Resolved by Priya while 2 alerts still fired'],
    [{ type: 'resolved', by: 'source', alertsFiring: 0 }, source, 'Resolved by itself: the last alert ended'],
    [{ type: 'resolved', by: 'watch', alertsFiring: 0 }, rouse, 'Resolved: nothing fired while it was watched'],
    [{ type: 'reopened' }, person, 'Reopened by Priya'],
    [{ type: 'severitySet', from: 'SEV2', to: 'SEV1' }, person, 'Severity SEV2 → SEV1'],
    [{ type: 'milestone', milestone: 'serviceRestored' }, person, 'Service restored'],
    [{ type: 'note', text: 'Rolled back.' }, person, 'Rolled back.'],
    [{ type: 'roleSet', role: 'incidentCommander', name: 'Priya', deputy: null, from: null }, person, 'Incident commander: Priya'],
    [{ type: 'roleSet', role: 'incidentCommander', name: 'Sam', deputy: 'Ada', from: 'Priya' }, person, 'Incident commander: Sam, taking over from Priya; deputy Ada'],
    [{ type: 'roleSet', role: 'scribe', name: null, deputy: null, from: 'Sam' }, person, 'Sam is not scribe any more'],
    [{ type: 'onTheWay', minutes: 10 }, person, 'Priya is on the way, about 10 min'],
    [{ type: 'onTheWay', minutes: 0 }, person, 'Priya is on the way'],
    [{ type: 'onTheWay', minutes: null }, person, 'Priya is not on the way any more'],
    [{ type: 'typeSet', from: 'other', to: 'security' }, person, 'Type other → security'],
    [{ type: 'urgencySet', from: 'high', to: 'low' }, person, 'Urgency high → low'],
    [{ type: 'renamed', from: 'Slow', to: 'Payments fail' }, person, 'Renamed: Payments fail'],
    [{ type: 'startedAtSet', at: noon }, person, 'Priya set when it began'],
    [{ type: 'impactSet', words: 'Everybody is affected' }, person, 'Impact: Everybody is affected'],
    [{ type: 'task', what: 'added', title: 'Call the bank', owner: 'Sam' }, person, 'Task: Call the bank (Sam)'],
    [{ type: 'task', what: 'assigned', title: 'Call the bank', owner: null }, person, 'Task is nobody’s again: Call the bank'],
    [{ type: 'task', what: 'done', title: 'Call the bank', owner: null }, person, 'Task done by Priya: Call the bank'],
    [{ type: 'decided', text: 'Roll back' }, person, 'Decided: Roll back'],
    [{ type: 'unpinned', text: 'Roll back' }, person, 'No longer pinned: Roll back'],
    [{ type: 'warRoomSet', name: 'Bridge' }, person, 'War room: Bridge'],
    [{ type: 'warRoomSet', name: null }, person, 'Priya closed the war room'],
    [{ type: 'stepTicked', runbookId: 'checkout', runbook: 'Checkout', step: 'Look at the log', state: 'skipped' }, person, 'Skipped: Look at the log (Checkout)'],
    [{ type: 'actionRun', runbook: 'Checkout', action: 'Diagnose', dryRun: true, state: 'started', result: '' }, person, 'Priya ran “Diagnose” (dry run) of Checkout'],
    [{ type: 'actionRun', runbook: 'Checkout', action: 'Diagnose', dryRun: false, state: 'failed', result: '500' }, person, '“Diagnose” of Checkout failed: 500'],
    [{ type: 'exitChecked', item: 'Verified', state: 'skipped', reason: 'Nobody there' }, person, 'Exit list: Verified skipped (Nobody there)'],
    [{ type: 'exitLeft', items: ['Verified', 'Watched'], reason: '' }, person, 'Left open on the exit list: Verified, Watched'],
    [{ type: 'repeatSet', of: 'INC-K7Q2MD', title: 'Checkout is down' }, person, 'Repeat of INC-K7Q2MD: Checkout is down'],
    [{ type: 'repeatSet', of: null, title: 'Checkout is down' }, person, 'No repeat'],
    [{ type: 'verdictSet', verdict: 'falsePositive', cause: 'A flaky probe' }, person, 'Verdict: False positive. A flaky probe'],
    [{ type: 'noticeDrafted', phase: 'identified' }, rouse, 'A public notice is drafted (Identified): nobody outside sees it before it is published'],
    [{ type: 'noticePublished', phase: 'investigating', text: 'We look for it.', automatic: false }, person, 'Published on the status page (Investigating): We look for it.'],
    [{ type: 'noticePublished', phase: 'investigating', text: 'We look for it.', automatic: true }, rouse, 'Published on the status page by its rule (Investigating): We look for it.'],
    [{ type: 'planStarted', plan: 'Payments' }, rouse, 'Response plan: Payments'],
    [{ type: 'planStep', step: 'War room', state: 'done', result: 'Bridge.' }, rouse, 'War room: Bridge.'],
    [{ type: 'planStep', step: 'Slack channel', state: 'failed', result: 'It did not answer.' }, rouse, 'Slack channel failed: It did not answer.'],
    [{ type: 'planStopped', plan: 'Payments' }, person, 'Priya stopped the response plan: Payments'],
    [{ type: 'drill', scenario: 'Region loss' }, person, 'This is a drill: Region loss'],
    [{ type: 'updateSent', phase: 'identified', text: 'We know why.', final: false }, person, 'Update to the stakeholders (Identified): We know why.'],
    [{ type: 'updateReminded', name: 'Sam' }, rouse, 'Reminded Sam that an update to the stakeholders is due'],
    [{ type: 'commanderAsked', name: 'Sam' }, rouse, 'Open for an hour without a commander: asked Sam who decides'],
    [{ type: 'reported', description: '' }, person, 'Reported by Priya'],
    [{ type: 'reported', description: 'Slow' }, person, 'Reported by Priya: Slow'],
    [{ type: 'logs', text: 'ECONNREFUSED' }, person, 'Priya added logs'],
    [{ type: 'routed', by: 'rule', name: 'Staging', why: 'label.env is staging' }, source, 'Decided by the rule “Staging”: label.env is staging'],
    [{ type: 'routed', by: 'maintenance', name: 'Move', why: '' }, source, 'Collected by the maintenance window “Move”'],
    [{ type: 'held', milliseconds: 60_000 }, source, 'Nobody is paged for 1 min: what ends before then pages nobody'],
    [{ type: 'holdOver', reason: 'stillFiring' }, rouse, 'It still fires, so it pages now'],
    [{ type: 'holdOver', reason: 'joined' }, source, 'An alert joined that does not wait, so it pages now'],
    [{ type: 'flapping', count: 3 }, source, 'Flapping: fired 3 times within a quarter of an hour. Paged once; over when it has been quiet for 10 min'],
    [{ type: 'flappingOver' }, rouse, 'Quiet for 10 min: it does not flap any more'],
    [{ type: 'amended', title: 'Slow' }, source, 'The source calls it now: Slow'],
    [{ type: 'merged', from: 'INC-000001', title: 'Slow', alerts: 2 }, person, 'INC-000001 was merged into this: Slow (2 alerts)'],
    [{ type: 'mergedInto', into: 'INC-000001', title: 'Slow' }, person, 'Merged into INC-000001: Slow'],
    [{ type: 'told', names: ['Ops channel'] }, rouse, 'Told Ops channel'],
    [{ type: 'handedOff', policy: 'Operations' }, rouse, 'Handed off to the policy Operations'],
    [{ type: 'nudged', name: 'Priya' }, rouse, 'Asked Priya whether they are still on it: no sign of work since the acknowledge. It pages again in 5 min'],
    [{ type: 'snoozed', until: noon }, person, 'Priya snoozed it'],
    [{ type: 'snoozeEnded' }, person, 'Priya ended the snooze'],
    [{ type: 'asked', kind: 'take', people: ['Sam'] }, person, 'Priya asked Sam to take it over'],
    [{ type: 'asked', kind: 'help', people: ['Sam', 'Ada'] }, person, 'Priya asked Sam and Ada to help'],
    [{ type: 'asked', kind: 'call', people: ['Sam'] }, person, 'Priya called Sam'],
    [{ type: 'requestAnswered', kind: 'take', name: 'Sam', accepted: false }, person, 'Sam declined to take it over'],
    [{ type: 'requestAnswered', kind: 'help', name: 'Sam', accepted: true }, person, 'Sam accepted'],
    [{ type: 'deliveryDelayed', name: 'Sam', channel: 'sms' }, rouse, 'The SMS to Sam is delayed: the provider does not answer. It is tried again until it does'],
    [{ type: 'deliveryFailed', name: 'Sam', channel: 'voice', reason: 'it did not arrive' }, rouse, 'The call to Sam failed: it did not arrive'],
    [{ type: 'deviceRemoved', name: 'Priya', device: 'Pixel' }, rouse, 'Pixel of Priya is not registered any more: removed'],
  ];
  it.each(lines)('%j', (change, actor, line) => {
    expect(changeWords(Change.parse(change), actor)).toBe(line);
  });

  it('has a line for every kind of change', () => {
    const types = Change.options.map(({ shape }) => shape.type.value);
    expect([...new Set(lines.map(([{ type }]) => type))].sort()).toEqual([...types].sort());
  });
});

it('a list of names stays short', () => {
  expect([[], ['Sam'], ['Sam', 'Priya'], ['Sam', 'Priya', 'Ada'], ['Sam', 'Priya', 'Ada', 'Bo', 'Cy']].map(list)).toEqual([
    'nobody', 'Sam', 'Sam and Priya', 'Sam, Priya and Ada', 'Sam, Priya and 3 others',
  ]);
});

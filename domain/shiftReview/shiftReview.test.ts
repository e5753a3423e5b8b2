import { describe, expect, it } from 'vitest';
import type { Decision } from '../incident/decision';
import { ended, resolve } from '../incident/finish';
import type { Incident } from '../incident/incident';
import { defaultSeverityPolicy } from '../incident/severity';
import { acknowledge } from '../incident/take';
import { turnOf } from '../incident/turn';
import { setVerdict } from '../incident/verdict';
import { ended as endedSample } from '../postMortem/forTests';
import { noon, sampleIncident, sampleNotification, samplePolicy, sampleSchedule } from '../samples';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { isQuiet, type PageSent, type ReviewFacts, reviewOf } from './shiftReview';
import { type PastShift, shiftsToReview, shiftToBegin } from './shifts';

const priya = { userId: 'priya', name: 'Priya' };
const shift: PastShift = { id: 'weekly.priya.1', scheduleId: 'weekly', scheduleName: 'Weekly', userId: 'priya', startAt: noon - DAY, endAt: noon + DAY };
const after = noon + 2 * DAY;
const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(decision.code);
  return decision.turn.incident;
};
const taken = (incident = sampleIncident()) => done(acknowledge(incident, priya, defaultSeverityPolicy, incident.clocks.triggeredAt + MINUTE));
const over = (incident = sampleIncident()) => done(resolve(taken(incident), priya, incident.clocks.triggeredAt + HOUR));
const healed = (incident = sampleIncident()) => ended(turnOf(incident), null, 'source', incident.clocks.triggeredAt + MINUTE).incident;
const page = (fields: Partial<PageSent> = {}): PageSent => sampleNotification({ userId: 'priya', sentAt: noon, ...fields });
const review = (fields: Partial<ReviewFacts>, of = shift, now = after) => reviewOf(of, { incidents: [], pages: [], postMortems: [], severities: defaultSeverityPolicy, timeZone: 'UTC', ...fields }, now);
const ids = (incidents: readonly Incident[]) => incidents.map(({ id }) => id);

describe('what a shift was like', () => {
  it('a page counts once however many ways it went, and at night by the person’s own clocks', () => {
    const night = { sentAt: noon + 11 * HOUR };
    const pages = [page(), page({ sentAt: noon + MINUTE }), page({ cause: 'round.0.step.1', ...night }), page({ episode: 2, ...night }), page({ userId: 'sam' }), page({ kind: 'notice' }), page({ episode: 3, sentAt: null })];
    expect(review({ pages })).toMatchObject({ pages: 3, nightPages: 2, nights: 1 });
    expect(review({ pages, timeZone: 'America/New_York' })).toMatchObject({ pages: 3, nightPages: 0, nights: 0 });
    expect(review({ pages: [page(night), page({ episode: 2, sentAt: noon - 10 * HOUR })] })).toMatchObject({ nightPages: 2, nights: 2 });
  });

  it.each([[noon - DAY, 1], [noon - DAY - 1, 0], [noon + DAY - 1, 1], [noon + DAY, 0]])('a page at %i counts %i times: from the start to before the end', (sentAt, pages) => {
    expect(review({ pages: [page({ sentAt })] }).pages).toBe(pages);
  });

  it('whatever has come while it runs, also since the clock of the screen last moved', () => {
    expect(review({ pages: [page(), page({ episode: 2, sentAt: noon + MINUTE })] }, { ...shift, endAt: null }, noon).pages).toBe(2);
  });

  it('has the incidents that this person was paged for, though they began before', () => {
    const early = { ...over(sampleIncident()), id: 'INC-EARLY0', clocks: { ...over().clocks, triggeredAt: noon - 3 * DAY } };
    expect(review({ incidents: [early], pages: [page({ incidentId: early.id })] }).incidents).toMatchObject([{ incident: { id: 'INC-EARLY0' }, pages: 1, nightPages: 0 }]);
    expect(review({ incidents: [early] }).incidents).toEqual([]);
  });

  it('has those that began in it and go by its schedule, or that the person had to do with', () => {
    const elsewhere = (fields: Partial<Incident>): Incident => {
      const incident = over();
      return { ...incident, owner: null, resolvedBy: null, responders: [], escalation: { ...incident.escalation, policy: samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'lee' }], delaySeconds: 60 }] }) }, ...fields } as Incident;
    };
    const counts = (incident: Incident) => review({ incidents: [incident] }).incidents.length;
    expect([counts(over()), counts(elsewhere({})), counts(elsewhere({ owner: { ...priya, at: noon } })), counts(elsewhere({ declaredBy: priya }))]).toEqual([1, 0, 1, 1]);
  });

  it('leaves drills out, with their pages, and what went on in another', () => {
    const drill = { ...over(), drillId: 'drill' };
    expect(isQuiet(review({ incidents: [drill], pages: [page({ incidentId: drill.id })] }))).toBe(true);
    expect(review({ incidents: [{ ...over(), mergedInto: 'INC-AAAAAA' }] }).incidents).toEqual([]);
    expect(isQuiet(review({}))).toBe(true);
    expect(isQuiet(review({ pages: [page({ incidentId: 'INC-GONE00' })] }))).toBe(false);
  });
});

describe('what a shift leaves', () => {
  const judged = (kind: 'real' | 'falsePositive', incident = over()) => done(setVerdict(incident, kind, '', priya, noon + 3 * HOUR));
  const named = (incident: Incident, id: string) => ({ ...incident, id });

  it('verdicts that are owed, false positives, and what goes on', () => {
    const incidents = [named(over(), 'INC-00000A'), named(judged('real'), 'INC-00000B'), named(judged('falsePositive'), 'INC-00000C'), named(taken(), 'INC-00000D'), named(sampleIncident(), 'INC-00000E')];
    const { owed, falsePositives, open } = review({ incidents });
    expect([ids(owed), ids(falsePositives), ids(open)]).toEqual([['INC-00000A'], ['INC-00000C'], ['INC-00000D', 'INC-00000E']]);
  });

  it('what was skipped with its reason and what was left open, of what has ended', () => {
    const severities = { ...defaultSeverityPolicy, SEV1: { ...defaultSeverityPolicy.SEV1, exitList: ['Logs kept', 'Customers told', 'Graph checked'], exitLists: undefined } };
    const exitChecks: Incident['exitChecks'] = [
      { item: 'Logs kept', state: 'skipped', reason: 'None were written', by: 'Priya', at: noon }, { item: 'Graph checked', state: 'done', reason: '', by: 'Priya', at: noon },
    ];
    expect(review({ incidents: [{ ...over(), exitChecks }, { ...taken(), exitChecks }], severities }).unfinished).toMatchObject([
      { items: [{ item: 'Logs kept', state: 'skipped', reason: 'None were written' }, { item: 'Customers told', state: 'open', reason: '' }] },
    ]);
    expect(review({ incidents: [{ ...healed(), exitChecks }], severities }).unfinished).toMatchObject([{ items: [{ item: 'Logs kept', state: 'skipped' }] }]);
    expect(review({ incidents: [{ ...over(), exitChecks: [] }], severities: { ...severities, SEV1: { ...severities.SEV1, exitList: [] } } }).unfinished).toEqual([]);
  });

  it('tasks and action items that are not done', () => {
    const task = (id: string, doneAt: number | null) => ({ id, title: id, owner: null, dueAt: null, addedAt: noon, doneAt, doneBy: null });
    const item = (id: string, doneAt: number | null) => ({ ...task(id, doneAt), remindedAt: null });
    const incident = { ...over(), tasks: [task('open', null), task('done', noon)] };
    const postMortems = [{ incidentId: incident.id, title: 'Checkout', actionItems: [item('todo', null), item('done', noon)] }, { incidentId: 'INC-AAAAAA', title: 'Other', actionItems: [item('other', null)] }];
    const { tasks, actionItems } = review({ incidents: [incident], postMortems });
    expect([tasks.map(({ task: { id } }) => id), actionItems.map(({ item: { id } }) => id)]).toEqual([['open'], ['todo']]);
  });

  it('noise, by this person’s pages in this shift alone', () => {
    const incident = healed();
    const pages = [page({ incidentId: incident.id }), page({ incidentId: incident.id, userId: 'sam' }), page({ incidentId: incident.id, cause: 'later', sentAt: noon + 5 * DAY })];
    expect(review({ incidents: [incident, { ...judged('real', endedSample()), id: 'INC-00000B' }], pages }).noise).toMatchObject([{ name: incident.title, titled: true, wasted: { incidents: 1, pages: 1 } }]);
  });
});

describe('the shifts to look back on', () => {
  // Priya and Sam take turns by the week from Monday 09:00; noon is a Saturday.
  const weekly = { schedule: sampleSchedule('weekly', ['priya', 'sam']), holidays: [] };
  const monday = Date.UTC(2026, 10, 16, 9);
  const at = { from: noon - 28 * DAY, now: noon };
  const starts = (shifts: readonly PastShift[]) => shifts.map(({ startAt, endAt }) => [startAt, endAt]);

  it('are the person’s own, the running one first, with its end ahead', () => {
    const running = [...shiftsToReview('priya', [weekly], {}, at), ...shiftsToReview('sam', [weekly], {}, at)].find(({ endAt }) => endAt !== null && endAt > noon);
    expect(running).toMatchObject({ startAt: monday, endAt: monday + 7 * DAY });
    const others = shiftsToReview(running?.userId === 'priya' ? 'sam' : 'priya', [weekly], {}, at);
    expect(starts(others).slice(0, 1)).toEqual([[monday - 7 * DAY, monday]]);
    expect(shiftToBegin(others, noon)?.startAt).toBe(monday - 7 * DAY);
    expect(shiftsToReview('lee', [weekly], {}, at)).toEqual([]);
  });

  it('know the covers that are kept beside the schedule', () => {
    const cover = { kind: 'add', id: 'cover', startAt: noon - 2 * DAY, endAt: noon - DAY, addUserId: 'lee' } as const;
    expect(starts(shiftsToReview('lee', [weekly], { weekly: [cover] }, at))).toEqual([[noon - 2 * DAY, noon - DAY]]);
  });

  it('of somebody who is always on call are the last week, under one address all day', () => {
    const always = { schedule: sampleSchedule('always', ['ada']), holidays: [] };
    const [one] = shiftsToReview('ada', [always], {}, at);
    expect(one).toMatchObject({ startAt: noon - 7 * DAY, endAt: null });
    expect(shiftsToReview('ada', [always], {}, { ...at, now: noon + HOUR })[0]?.id).toBe(one?.id);
  });

  it('begin with the one that has an end', () => {
    const always = { schedule: sampleSchedule('always', ['priya', 'priya']), holidays: [] };
    const both = shiftsToReview('priya', [always, weekly], {}, { ...at, now: monday - DAY }).concat(shiftsToReview('sam', [weekly], {}, { ...at, now: monday - DAY }));
    const running = both.filter(({ endAt }) => endAt === null || endAt > monday - DAY);
    expect(running.length).toBeGreaterThan(1);
    expect(shiftToBegin(both, monday - DAY)).toMatchObject({ scheduleId: 'weekly', endAt: monday });
  });
});

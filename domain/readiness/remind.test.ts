import { describe, expect, it } from 'vitest';
import { samplePerson } from '../samples';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { shiftsStarting } from './duty';
import { priyasMonday, samsMonday, team } from './forTests';
import { askAt, readinessDue, startTelling } from './remind';
import { asked, confirmed, defaultReadiness, readinessId, shiftStartingAt, type WatchedShift } from './shiftReadiness';

const facts = team();
const [shift] = shiftsStarting(facts, samsMonday - HOUR, samsMonday);
const sams: WatchedShift = { scheduleId: 'weekly', userId: 'sam', startAt: samsMonday, endAt: samsMonday + 7 * DAY };

it('a shift is known by where it starts and lasts to its end', () => {
  expect(shift).toEqual(sams);
  expect(shiftsStarting(facts, samsMonday, samsMonday + DAY)).toEqual([]);
  expect(readinessId(sams)).toBe(`weekly.sam.${samsMonday}`);
});

it('only schedules that a policy names are watched', () => {
  expect(shiftsStarting(facts, priyasMonday - HOUR, priyasMonday + 14 * DAY).map(({ scheduleId }) => scheduleId)).toEqual(['weekly', 'weekly', 'weekly']);
});

describe('when the question comes', () => {
  it('so many hours before, in the evening where that is in the night of the person', () => {
    expect(askAt(sams, { items: [], hoursBefore: 1 }, facts)).toBe(samsMonday - HOUR);
    // 06:00 is in the night: 21:00 the evening before.
    expect(askAt(sams, defaultReadiness, facts)).toBe(samsMonday - 12 * HOUR);
    const inAuckland = team({}, { people: { ...facts.people, sam: samplePerson('sam', { timeZone: 'Pacific/Auckland' }) } });
    // 09:00 UTC is 22:00 in Auckland: three hours before is 19:00, no night.
    expect(askAt(sams, defaultReadiness, inAuckland)).toBe(samsMonday - 3 * HOUR);
  });

  it('not a moment early, nor once the shift runs', () => {
    const at = askAt(sams, defaultReadiness, facts);
    expect(readinessDue(sams, undefined, defaultReadiness, facts, at - 1)).toBeNull();
    expect(readinessDue(sams, undefined, defaultReadiness, facts, samsMonday)).toBeNull();
    expect(readinessDue(sams, undefined, { items: ['Laptop', 'Charger'], hoursBefore: 3 }, facts, at)).toMatchObject({
      kind: 'ask', readiness: { id: readinessId(sams), askedAt: at, confirmedAt: null },
      tell: [{ userId: 'sam', title: 'You are primary for Checkout from Mon 09:00', body: 'Check: Laptop, Charger. One tap says that you are ready.', url: `/shifts/${readinessId(sams)}`, channel: 'push' }],
    });
  });

  it('not to somebody who comes back after a short cover', () => {
    const covered = team({ overrides: [{ kind: 'replace', id: 'lunch', startAt: samsMonday + DAY, endAt: samsMonday + DAY + 2 * HOUR, addUserId: 'lee', removeUserId: 'sam' }] });
    const back = samsMonday + DAY + 2 * HOUR;
    const again = shiftsStarting(covered, back - 1, back)[0];
    expect(again).toMatchObject({ userId: 'sam', startAt: back });
    expect(readinessDue(again ?? sams, undefined, defaultReadiness, covered, back - HOUR)).toBeNull();
  });
});

describe('silence', () => {
  const unanswered = asked(sams, samsMonday - 12 * HOUR);

  it('is told the person by another way an hour before the start, once', () => {
    expect(readinessDue(sams, unanswered, defaultReadiness, facts, samsMonday - HOUR - 1)).toBeNull();
    const due = readinessDue(sams, unanswered, defaultReadiness, facts, samsMonday - HOUR);
    expect(due).toMatchObject({ kind: 'otherwise', tell: [{ userId: 'sam', channel: 'other' }] });
    expect(readinessDue(sams, due?.readiness, defaultReadiness, facts, samsMonday - 1)).toBeNull();
  });

  it('an hour before a shift that starts in the morning would be night: then before the night', () => {
    const early = { ...sams, startAt: samsMonday - 3 * HOUR };
    const asked21 = asked(early, samsMonday - 12 * HOUR);
    expect(readinessDue(early, asked21, defaultReadiness, facts, samsMonday - 12 * HOUR + 44 * MINUTE)).toBeNull();
    expect(readinessDue(early, asked21, defaultReadiness, facts, samsMonday - 12 * HOUR + 45 * MINUTE)).toMatchObject({ kind: 'otherwise' });
  });

  it('is told the others of the schedule at the start, once', () => {
    const due = readinessDue(sams, { ...unanswered, toldOtherwiseAt: samsMonday - HOUR }, defaultReadiness, facts, samsMonday);
    expect(due).toMatchObject({ kind: 'team', tell: [{ userId: 'priya', title: 'Sam has not said they are ready' }] });
    expect(readinessDue(sams, due?.readiness, defaultReadiness, facts, samsMonday + MINUTE)).toBeNull();
  });

  it('is told the admins where the schedule has nobody else', () => {
    const alone = team({ layers: facts.schedules.weekly?.layers.map((layer) => ({ ...layer, participants: ['sam'] })) ?? [] });
    expect(readinessDue(sams, { ...unanswered, toldOtherwiseAt: 1 }, defaultReadiness, alone, samsMonday)?.tell.map(({ userId }) => userId)).toEqual(['ada']);
  });

  it('is no news half an hour later, nor half an hour after a question that came late', () => {
    expect(readinessDue(sams, { ...unanswered, toldOtherwiseAt: 1 }, defaultReadiness, facts, samsMonday + 30 * MINUTE)).toBeNull();
    const late = { ...asked(sams, samsMonday - 5 * MINUTE), toldOtherwiseAt: 1 };
    expect(readinessDue(sams, late, defaultReadiness, facts, samsMonday)).toBeNull();
    expect(readinessDue(sams, late, defaultReadiness, facts, samsMonday + 25 * MINUTE)).toMatchObject({ kind: 'team' });
  });
});

describe('"I am ready"', () => {
  it('ends the asking, also before anybody asked', () => {
    const ready = confirmed(undefined, sams, ['Laptop'], samsMonday - DAY);
    expect(ready).toMatchObject({ confirmedAt: samsMonday - DAY, missing: ['Laptop'] });
    expect(readinessDue(sams, ready, defaultReadiness, facts, samsMonday)).toBeNull();
  });

  it('said twice keeps the first time and the last list', () => {
    const ready = confirmed(asked(sams, 1), sams, ['Laptop'], 2);
    expect(confirmed(ready, sams, [], 3)).toMatchObject({ askedAt: 1, confirmedAt: 2, missing: [] });
  });

  it('is said of a shift that starts then, not of any moment of it', () => {
    const schedule = facts.schedules.weekly;
    if (schedule === undefined) throw new Error('the sample has it');
    expect(shiftStartingAt(schedule, 'sam', samsMonday)).toEqual(sams);
    expect(shiftStartingAt(schedule, 'sam', samsMonday + HOUR)).toBeUndefined();
    expect(shiftStartingAt(schedule, 'priya', samsMonday)).toBeUndefined();
  });
});

describe('as a shift starts', () => {
  const note = { scheduleId: 'weekly', text: 'The queue is slow.', by: { userId: 'priya', name: 'Priya' }, at: samsMonday - DAY };

  it('the person is told until when, and what the one before them wrote', () => {
    expect(startTelling(sams, note, facts, samsMonday)).toMatchObject({
      userId: 'sam', title: 'You are on call now until 19 Jan 09:00', body: 'You are primary for Checkout. Priya wrote: The queue is slow.', loud: true,
    });
  });

  it('an old note, or one\'s own, is no news', () => {
    for (const old of [{ ...note, at: samsMonday - 8 * DAY }, { ...note, by: { userId: 'sam', name: 'Sam' } }]) {
      expect(startTelling(sams, old, facts, samsMonday)?.body).toBe('You are primary for Checkout.');
    }
  });

  it('nobody who left is told', () => {
    expect(startTelling({ ...sams, userId: 'gone' }, undefined, facts, samsMonday)).toBeNull();
  });
});

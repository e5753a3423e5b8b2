import { describe, expect, it } from 'vitest';
import { minutesUntil, snoozeChoices, tomorrow } from './snoozeChoices';

const berlin = 'Europe/Berlin';
const at = (clock: string) => Date.parse(`2026-07-07T${clock}:00+02:00`);
const morning = (clock: string) => snoozeChoices(at(clock), berlin).at(-1);

describe('the morning to snooze until', () => {
  it('is tomorrow by day', () => expect(morning('15:00')).toEqual({ key: 'morning', title: 'Until tomorrow, 09:00', until: 'Wed 09:00', minutes: 18 * 60 }));
  it('is the one that comes for who is awake at night', () => expect(morning('02:00')).toMatchObject({ title: 'Until this morning, 09:00', minutes: 7 * 60 }));
  it('is tomorrow where this one is near', () => expect(morning('06:00')).toMatchObject({ title: 'Until tomorrow, 09:00', minutes: 27 * 60 }));
  it('stays 09:00 over a change of clocks', () => {
    const saturday = Date.parse('2026-10-24T09:00:00+02:00');
    expect(snoozeChoices(saturday, berlin).at(-1)).toMatchObject({ minutes: 25 * 60 });
  });
});

it('says until when the short ones are', () => {
  expect(snoozeChoices(at('15:00'), berlin).slice(0, 3).map(({ title, until }) => `${title} ${until}`)).toEqual(['30 min 15:30', '1 h 16:00', '4 h 19:00']);
});

describe('an own time', () => {
  it('is taken by the reader’s clock', () => expect(minutesUntil('2026-07-07T16:30', berlin, at('15:00'))).toEqual({ minutes: 90 }));
  it.each([['2026-07-07T15:03', /five minutes/], ['2026-07-01T15:00', /five minutes/], ['2026-09-01T15:00', /Two weeks/], ['', /day and a time/]])('%s is refused', (local, words) => {
    expect(minutesUntil(local, berlin, at('15:00'))).toEqual({ problem: expect.stringMatching(words) as string });
  });
  it('begins with this time tomorrow', () => expect(tomorrow(at('15:20'), berlin)).toBe('2026-07-08T15:00'));
});

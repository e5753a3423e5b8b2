import { expect, it } from 'vitest';
import { Schedule } from '../oncall/schedule';
import { noon } from '../samples';
import { DAY } from '../time/instant';
import { awayWords, recentTimeOff, timeOffKept } from './away';

const schedule = Schedule.parse({
  id: 'primary', name: 'Primary', timeZone: 'UTC', overrides: [],
  layers: [{ id: 'layer', name: 'Layer', participants: ['priya', 'sam'], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' } }],
});
const at = (text: string) => Date.parse(`${text}:00Z`);
const off = (startAt: number, endAt: number) => ({ id: 'off', startAt, endAt, note: '' });
const words = (startAt: number, endAt: number, zone = 'UTC') => awayWords([{ schedule, holidays: [] }], { userId: 'priya', timeOff: off(startAt, endAt), zone }, noon);

it('says which shifts of a time off need cover, in the reader\'s zone', () => {
  // Priya's next week starts on 23 November.
  expect(words(at('2026-11-24T00:00'), at('2026-12-20T00:00'), 'Europe/Berlin')).toEqual([
    'Primary: Tue 01:00 to 30 Nov 10:00 needs cover.', 'Primary: 7 Dec 10:00 to 14 Dec 10:00 needs cover.',
  ]);
  expect(words(at('2026-12-01T00:00'), at('2026-12-05T00:00'))).toEqual([]);
});

it('says nothing of what is over', () => {
  expect(words(at('2026-11-09T09:00'), at('2026-11-22T00:00'))).toEqual([]);
  expect(words(at('2026-11-09T09:00'), at('2026-11-24T00:00'))).toEqual(['Primary: Mon 09:00 to Tue 00:00 needs cover.']);
});

it('keeps a time off for 30 days after its end', () => {
  const all = [off(0, noon - timeOffKept), off(0, noon - timeOffKept + 1), off(noon, noon + DAY)];
  expect(recentTimeOff(all, noon)).toEqual(all.slice(1));
});

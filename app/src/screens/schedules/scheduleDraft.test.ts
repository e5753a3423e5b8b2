import { describe, expect, it } from 'vitest';
import { gapsBetween, onCallAt } from '#domain/oncall/oncall';
import { Layer } from '#domain/oncall/schedule';
import { samplePerson, sampleSchedule } from '#domain/samples';
import { adviceOn } from './advice';
import { onWeekday, scheduleDraftOf, scheduleOf } from './scheduleDraft';
import type { ScheduleDraft } from './scheduleDraft';
import { templateDraft, templates } from './templates';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 21, 12);
const layer = (id: string, priority: number): Layer => Layer.parse({ id, name: id, participants: ['ann'], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-06T09:00' }, priority });
const starting = () => { let count = 0; return { scheduleId: 's', newId: () => `l${(count += 1)}`, timeZone: 'Europe/Berlin', now, userId: 'ann' }; };
const nothing = { overrides: [], temporary: [] };
const saved = (draft: ScheduleDraft, kept: Parameters<typeof scheduleOf>[1] = nothing) => {
  const schedule = scheduleOf({ ...draft, name: 'Named' }, kept);
  if ('issues' in schedule) throw new Error(JSON.stringify(schedule.issues));
  return schedule;
};

describe('a schedule in the editor', () => {
  const schedule = { ...sampleSchedule('s', ['ann'], { timeZone: 'Europe/Berlin' }), layers: [layer('low', 3), layer('top', 9), layer('beside', 3)] };
  it('shows the layer that wins first, and those of equal priority as together', () => {
    expect(scheduleDraftOf(schedule).layers.map(({ id, together }) => [id, together])).toEqual([['top', false], ['low', false], ['beside', true]]);
  });
  it('comes back with the same order of winning', () => {
    expect(saved(scheduleDraftOf(schedule)).layers.map(({ id, priority }) => [id, priority])).toEqual([['top', 1], ['low', 0], ['beside', 0]]);
  });
  it('keeps what the editor does not show', () => {
    const overrides = [{ kind: 'remove' as const, id: 'o', startAt: now, endAt: now + DAY, removeUserId: 'ann' }];
    expect(saved(scheduleDraftOf(schedule), { overrides, temporary: [] }).overrides).toEqual(overrides);
  });
  it('says what is wrong where it is', () => {
    const draft = templateDraft('weekly', starting());
    const broken = { ...draft, timeZone: 'Berlin', layers: draft.layers.map((each) => ({ ...each, participants: [], length: '0', windows: [{ days: [], start: '', end: '09:00' }] })) };
    const result = scheduleOf(broken, nothing);
    expect('issues' in result && result.issues.map(({ path }) => path).sort()).toEqual(['layers.0.length', 'layers.0.participants', 'layers.0.windows.0.days', 'layers.0.windows.0.start', 'name', 'timeZone']);
  });
});

describe('a template', () => {
  it.each(templates.map(({ key }) => key))('%s leaves no gap and has somebody on call now', (key) => {
    const schedule = saved(templateDraft(key, starting()));
    expect(onCallAt(schedule, now)).toEqual(['ann']);
    expect(gapsBetween(schedule, now, now + 60 * DAY)).toEqual([]);
  });
  it('hands weekends over for themselves', () => {
    const draft = templateDraft('weekends', starting());
    const schedule = saved({ ...draft, layers: draft.layers.map((each, index) => ({ ...each, participants: [index === 0 ? 'ben' : 'ann'] })) });
    expect(onCallAt(schedule, now)).toEqual(['ben']);
    expect(onCallAt(schedule, now + 3 * DAY)).toEqual(['ann']);
  });
});

it('moves a hand-over to another weekday of the same week', () => {
  expect(onWeekday('2026-11-21', 'TU')).toBe('2026-11-17');
  expect(onWeekday('2026-11-21', 'SU')).toBe('2026-11-22');
  expect(onWeekday('', 'SU')).toBe('');
});

describe('advice', () => {
  const people = { ann: samplePerson('ann', { name: 'Ann' }), ben: samplePerson('ben', { name: 'Ben', active: false }) };
  const weekly = saved(templateDraft('weekly', starting()));
  it('says who is alone', () => expect(adviceOn(weekly, [], people, now)).toEqual([{ tone: 'hint', text: 'Ann is alone here: nobody takes over. Add people to share it.' }]));
  it('says who can not be paged, and that clocks change', () => {
    const both = { ...weekly, layers: weekly.layers.map((each) => ({ ...each, participants: ['ann', 'ben'] })) };
    const texts = adviceOn(both, [], people, now).map(({ text }) => text);
    expect(texts[0]).toBe('Ben can not be paged any more: take them out.');
    expect(texts.some((text) => text.includes('longer') || text.includes('shorter'))).toBe(true);
  });
  it('says when nobody is on call', () => {
    const office = { ...weekly, layers: weekly.layers.map((each) => ({ ...each, windows: [{ days: ['MO' as const], start: '09:00', end: '17:00' }] })) };
    expect(adviceOn(office, [], people, now)[0]).toEqual({ tone: 'gap', text: 'Nobody is on call today 13:00 to Mon 09:00.' });
  });
});

import { describe, expect, it } from 'vitest';
import type { Task } from '#domain/incident/parts';
import { dueOf, nextHour } from './due';
import { tasksInOrder, taskWords } from './taskRows';

const MINUTE = 60_000;
const task = (id: string, changes: Partial<Task> = {}): Task => ({ id, title: id, owner: null, dueAt: null, addedAt: 0, doneAt: null, doneBy: null, ...changes });
const reader = { userId: 'ada', zone: 'UTC' };
const sam = { userId: 'sam', name: 'Sam' };

describe('the order of tasks', () => {
  it('puts what is due first on top, what has no time last, and the done ones apart', () => {
    const { open, done } = tasksInOrder([task('later'), task('b', { dueAt: 20 }), task('old', { doneAt: 5 }), task('a', { dueAt: 10 }), task('new', { doneAt: 9 })]);
    expect(open.map(({ id }) => id)).toEqual(['a', 'b', 'later']);
    expect(done.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('the words of a task', () => {
  const now = 100 * MINUTE;
  it.each([
    [{}, 'Nobody yet', false], [{ owner: { userId: 'ada', name: 'Ada' } }, 'You', false], [{ owner: sam, dueAt: now + 20 * MINUTE }, 'Sam · due in 20 min', false],
    [{ owner: sam, dueAt: now + 61 * MINUTE }, 'Sam · due 02:41', false], [{ owner: sam, dueAt: now + 30 * MINUTE + 40_000 }, 'Sam · due in 30 min', false], [{ owner: sam, dueAt: now + 59_000 }, 'Sam · due now', false],
    [{ dueAt: now - 12 * MINUTE - 7_000 }, 'Nobody yet · 12 min overdue', true], [{ owner: sam, dueAt: 0, doneAt: now - 10 * MINUTE, doneBy: 'Noa' }, 'Done by Noa at 01:30', false],
  ])('%j', (changes, words, isOverdue) => {
    expect(taskWords(task('t', changes), reader, now)).toEqual({ words, isOverdue });
  });
});

describe('the time by which it is due', () => {
  it.each([
    ['none', { dueAt: null }], ['same', { dueAt: 7 }], ['30', { dueAt: 31 * MINUTE }], ['own', { dueAt: 90 * MINUTE }],
  ] as const)('%s', (choice, found) => {
    expect(dueOf(choice, '1970-01-01T02:30', 7, 'Europe/Berlin', MINUTE)).toEqual(found);
  });

  it('needs a whole day and time of one’s own', () => {
    expect(dueOf('own', '', null, 'UTC', 0)).toHaveProperty('problem');
  });

  it('begins with the next full hour of the reader', () => {
    expect(nextHour(20 * MINUTE, 'UTC')).toBe('1970-01-01T01:00');
  });
});

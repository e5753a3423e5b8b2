import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Live, OnChange, Watched } from './live';
import { known } from './live';
import { createLiveStore } from './liveStore';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function source(key = 'incidents') {
  const opened: OnChange<string[]>[] = [];
  const stops = vi.fn();
  const watched: Watched<string[]> = { key, watch: (onChange) => { opened.push(onChange); return stops; } };
  const says = (live: Live<string[]>) => opened.at(-1)?.(live);
  return { watched, opened, stops, says };
}

it('tells loading, cached, live and failed apart, and calls its readers at each', () => {
  const store = createLiveStore();
  const { watched, says } = source();
  const heard = vi.fn();
  store.subscribe(watched, heard);
  expect(store.current(watched)).toEqual({ state: 'loading' });
  says({ state: 'cached', value: ['old'], unreadable: 0 });
  expect(store.current(watched)).toEqual({ state: 'cached', value: ['old'], unreadable: 0 });
  says({ state: 'live', value: ['new'], unreadable: 1 });
  expect(known(store.current(watched))).toEqual(['new']);
  says({ state: 'failed', reason: 'denied' });
  expect(known(store.current(watched))).toBeUndefined();
  expect(heard).toHaveBeenCalledTimes(3);
});

it('answers the same object until something changes', () => {
  const store = createLiveStore();
  const { watched, says } = source();
  store.subscribe(watched, () => undefined);
  expect(store.current(watched)).toBe(store.current(watched));
  says({ state: 'live', value: [], unreadable: 0 });
  expect(store.current(watched)).toBe(store.current(watched));
});

it('opens one listener for all readers of a key, and closes it a while after the last has gone', () => {
  const store = createLiveStore();
  const { watched, opened, stops } = source();
  const leave = [store.subscribe(watched, () => undefined), store.subscribe({ ...watched }, () => undefined)];
  expect(opened).toHaveLength(1);
  leave.forEach((each) => each());
  vi.advanceTimersByTime(19_000);
  expect(stops).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(stops).toHaveBeenCalledTimes(1);
  expect(store.current(watched)).toEqual({ state: 'loading' });
});

it('keeps the listener, and what it knows, for a reader who comes back in time', () => {
  const store = createLiveStore();
  const { watched, opened, stops, says } = source();
  store.subscribe(watched, () => undefined)();
  says({ state: 'live', value: ['a'], unreadable: 0 });
  vi.advanceTimersByTime(10_000);
  store.subscribe(watched, () => undefined);
  vi.advanceTimersByTime(60_000);
  expect(opened).toHaveLength(1);
  expect(stops).not.toHaveBeenCalled();
  expect(known(store.current(watched))).toEqual(['a']);
});

it('stops everything at once when it is cleared', () => {
  const store = createLiveStore();
  const first = source('a');
  const second = source('b');
  store.subscribe(first.watched, () => undefined);
  store.subscribe(second.watched, () => undefined);
  store.clear();
  expect(first.stops).toHaveBeenCalledTimes(1);
  expect(second.stops).toHaveBeenCalledTimes(1);
});

import { describe, expect, it } from 'vitest';
import { REACH, swiped } from './swipe';
import type { May, Swipe, SwipeEffect, SwipeEvent } from './swipe';

const everything: May = { right: true, left: true, select: true };
const down: SwipeEvent = { type: 'down', x: 200, y: 300 };
const to = (x: number, y = 300): SwipeEvent => ({ type: 'move', x, y });
const up: SwipeEvent = { type: 'up' };
const rested: SwipeEvent = { type: 'rested' };
const far = REACH + 20;

/** Every effect of a finger's way but `none`, and where it ends. */
function way(events: readonly SwipeEvent[], may: May = everything): { effects: SwipeEffect[]; swipe: Swipe } {
  let swipe: Swipe = { state: 'idle' };
  const effects: SwipeEffect[] = [];
  for (const event of events) {
    const next = swiped(swipe, event, may);
    swipe = next.swipe;
    if (next.effect !== 'none') effects.push(next.effect);
  }
  return { effects, swipe };
}

describe('a finger on a row', () => {
  it.each<[string, SwipeEvent[], SwipeEffect[]]>([
    ['to the right, far enough', [down, to(260), to(200 + far), up], ['armed', 'right']],
    ['to the left, far enough', [down, to(140), to(200 - far), up], ['armed', 'left']],
    ['not far enough', [down, to(260), up], []],
    ['far, and back again', [down, to(200 + far), to(230), up], ['armed', 'disarmed']],
    ['from one side to the other', [down, to(200 + far), to(200), to(200 - far), up], ['armed', 'disarmed', 'armed', 'left']],
    ['far, then taken for scrolling', [down, to(200 + far), { type: 'cancel' }, up], ['armed']],
    ['upright: the list scrolls', [down, to(205, 340), to(400, 340), up], []],
    ['aslant: the list scrolls', [down, to(220, 318), to(400, 318), up], []],
    ['a tap', [down, to(203, 302), up], []],
    ['rests', [down, to(203, 302), rested, up], ['select']],
    ['rests, then moves', [down, rested, to(200 + far), up], ['select']],
    ['rests after it has begun to drag', [down, to(260), rested, up], []],
    ['moves without being down', [to(200 + far), up], []],
  ])('%s', (_, events, effects) => {
    expect(way(events).effects).toEqual(effects);
    expect(way(events).swipe.state).toBe('idle');
  });

  it('follows the finger from where the drag began, so that nothing jumps', () => {
    expect(way([down, to(213)]).swipe).toMatchObject({ state: 'swiping', offset: 1 });
    expect(way([down, to(187)]).swipe).toMatchObject({ state: 'swiping', offset: -1 });
  });

  it('gives way only a little to the side on which there is nothing to do, and does nothing there', () => {
    const taken = { ...everything, right: false };
    expect(way([down, to(312)], taken).swipe).toMatchObject({ offset: 20, armed: null });
    expect(way([down, to(200 + far * 2), up], taken).effects).toEqual([]);
  });

  it('leaves a row alone that may nothing', () => {
    expect(way([down, to(200 + far), rested, up], { right: false, left: false, select: false }).effects).toEqual([]);
  });
});

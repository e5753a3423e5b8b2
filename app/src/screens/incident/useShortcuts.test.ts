import { describe, expect, it } from 'vitest';
import { type Pressed, shortcutOf, shortcuts } from './useShortcuts';

const press = (key: string, changes: Partial<Pressed> = {}) => shortcutOf({
  key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, defaultPrevented: false, inField: false, covered: false, ...changes,
});

describe('a key', () => {
  it.each([['a', 'acknowledge'], ['A', 'acknowledge'], ['e', 'escalate'], ['n', 'note'], ['r', 'runbook'], ['t', 'timeline'], ['m', 'menu'], ['?', 'help'], ['x', null], ['Enter', null]] as const)('%s is %s', (key, shortcut) => {
    expect(press(key)).toBe(shortcut);
  });
  it.each([['ctrlKey'], ['metaKey'], ['altKey'], ['repeat'], ['isComposing'], ['defaultPrevented'], ['inField'], ['covered']] as const)('does nothing with %s', (what) => {
    expect(shortcuts.map(({ key }) => press(key, { [what]: true }))).toEqual(shortcuts.map(() => null));
  });
});

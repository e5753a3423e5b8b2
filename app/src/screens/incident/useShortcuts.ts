import { useEffect, useRef } from 'react';

/** What a key does on an incident's screen. */
export type Shortcut = 'acknowledge' | 'escalate' | 'note' | 'runbook' | 'timeline' | 'menu' | 'help';

/** The keys, in the order in which they are listed. */
export const shortcuts: readonly { key: string; shortcut: Shortcut; words: string }[] = [
  { key: 'a', shortcut: 'acknowledge', words: 'Acknowledge' }, { key: 'e', shortcut: 'escalate', words: 'Escalate: opens its countdown' }, { key: 'n', shortcut: 'note', words: 'Write a note' },
  { key: 'r', shortcut: 'runbook', words: 'Runbook' }, { key: 't', shortcut: 'timeline', words: 'Timeline' }, { key: 'm', shortcut: 'menu', words: 'All actions' }, { key: '?', shortcut: 'help', words: 'These keys' },
];

export type Pressed = {
  key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; repeat: boolean; isComposing: boolean; defaultPrevented: boolean;
  /** Whether somebody types: the key is a letter then. */
  inField: boolean;
  /** Whether a sheet, the alarm or a picture lies over the screen: its keys are its own. */
  covered: boolean;
};

/** What this press means; null: nothing of ours. A key that is held down acts once, and one that belongs to the browser or to a field not at all. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented, inField, covered }: Pressed): Shortcut | null {
  if (ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented || inField || covered) return null;
  return shortcuts.find((each) => each.key === key.toLowerCase())?.shortcut ?? null;
}

const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const covers = 'ion-modal.show-modal, ion-action-sheet, dialog[open], [role="alertdialog"]';

/** Calls what belongs to the key, while this is on the screen. The newest handlers count. */
export function useShortcuts(handlers: Partial<Record<Shortcut, () => void>>): void {
  const latest = useRef(handlers);
  useEffect(() => { latest.current = handlers; });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = event;
      const inField = target instanceof Element && target.closest(fields) !== null;
      const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented, inField, covered: document.querySelector(covers) !== null });
      const does = shortcut === null ? undefined : latest.current[shortcut];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A key as it was pressed; `modified`: with Ctrl, Alt or Command, which belong to the browser. */
export type Pressed = { key: string; modified: boolean };
/** Where it was pressed. `elsewhere`: in the detail beside the list, whose keys are its own. */
export type Place = { typing: boolean; dialog: boolean; elsewhere: boolean; onRow: boolean; selecting: boolean };
export type KeyAction = 'next' | 'previous' | 'select' | 'acknowledge' | 'search' | 'leaveSelection';

/** What a key does in the list; null: nothing of ours. Nothing while somebody types or a dialog is up; what acts needs the focus on a row. */
export function keyAction({ key, modified }: Pressed, { typing, dialog, elsewhere, onRow, selecting }: Place): KeyAction | null {
  if (modified || typing || dialog || elsewhere) return null;
  switch (key) {
    case 'j': return 'next';
    case 'k': return 'previous';
    case '/': return 'search';
    case 'x': return onRow ? 'select' : null;
    case 'a': return onRow && !selecting ? 'acknowledge' : null;
    case 'Escape': return selecting ? 'leaveSelection' : null;
    default: return null;
  }
}

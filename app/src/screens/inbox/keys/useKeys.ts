import { useEffect, useRef } from 'react';
import { keyAction } from './keys';
import type { KeyAction } from './keys';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.inbox [data-testid="incident-row"]')];
const editable = 'input, textarea, select, [contenteditable="true"]';

/** Keys of the list while it is on the screen. `onAct` hears the incident whose row has the focus. */
export function useKeys({ selecting, onAct, onSearch, onLeaveSelection }: {
  selecting: boolean; onAct: (action: 'select' | 'acknowledge', incidentId: string) => void; onSearch: () => void; onLeaveSelection: () => void;
}): void {
  const latest = useRef({ selecting, onAct, onSearch, onLeaveSelection });
  useEffect(() => { latest.current = { selecting, onAct, onSearch, onLeaveSelection }; });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : document.body;
      const incidentId = at.dataset.incidentId;
      const action = event.defaultPrevented ? null : keyAction(
        { key: event.key, modified: event.ctrlKey || event.altKey || event.metaKey },
        {
          typing: at.closest(editable) !== null, dialog: document.querySelector('dialog[open], ion-modal:not(.overlay-hidden)') !== null, elsewhere: at.closest('.pane-detail') !== null,
          onRow: incidentId !== undefined && at.closest('.inbox') !== null, selecting: latest.current.selecting,
        },
      );
      if (action === null) return;
      event.preventDefault();
      act(action, incidentId);
    };
    const act = (action: KeyAction, incidentId: string | undefined) => {
      switch (action) {
        case 'next': case 'previous': return step(action === 'next' ? 1 : -1);
        case 'search': return latest.current.onSearch();
        case 'leaveSelection': return latest.current.onLeaveSelection();
        case 'select': case 'acknowledge': return incidentId === undefined ? undefined : latest.current.onAct(action, incidentId);
        default: return action satisfies never;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The focus on the next row or the one before; from outside the list on its first row, or the last. */
function step(by: 1 | -1): void {
  const all = rows();
  const index = all.findIndex((row) => row === document.activeElement || row.closest('.incident-item')?.contains(document.activeElement) === true);
  const next = index === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, index + by));
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: 'nearest' });
}

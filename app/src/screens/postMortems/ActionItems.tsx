import type { ActionItem, PostMortem } from '#domain/postMortem/postMortem';
import { usePerson } from '../../session/useSession';
import { Card, Icon, QuietAction, useMinute } from '../../ui';
import { useOpening } from '../incident/useOpening';
import { useSending } from '../incident/useSending';
import '../incident/tasks/tasks.css';
import { ActionItemSheet } from './ActionItemSheet';
import { useItemRemoval } from './useItemRemoval';
import { itemWords } from './words';

/** What is to be done so that it does not come back: by whom and until when, ticked by a tap. The open ones stand in the order of their days. */
export function ActionItems({ postMortem }: { postMortem: PostMortem }) {
  const { incidentId, actionItems } = postMortem;
  const sheet = useOpening<{ itemId: string | null }>();
  const { sending, send } = useSending();
  const removal = useItemRemoval((itemId) => send(itemId, { type: 'removeActionItem', incidentId, itemId }));
  const shown = actionItems.filter(({ id }) => !removal.hidden.includes(id));
  const open = shown.filter(({ doneAt }) => doneAt === null).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.addedAt - b.addedAt);
  const done = shown.filter(({ doneAt }) => doneAt !== null).sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0));
  const row = (item: ActionItem) => (
    <li key={item.id}>
      <OneItem item={item} busy={sending === item.id} onTick={(isDone) => { void send(item.id, { type: 'changeActionItem', incidentId, itemId: item.id, done: isDone }); }} onOpen={() => sheet.show({ itemId: item.id })} />
    </li>
  );
  return (
    <div id="action-items" className="post-mortem-items">
      <Card title="Action items" action={<QuietAction onClick={() => sheet.show({ itemId: null })} data-testid="add-item">Add an item</QuietAction>}>
        {open.length + done.length > 0 ? null : <p className="quiet">What is done so that it does not happen again, or hurts less. Its owner is asked the day before it is due, and then until it is done.</p>}
        <ul className="tasks" data-testid="action-items">{open.map(row)}</ul>
        {removal.item === null ? null : (
          <p className="tasks-removed" role="status"><span>“{removal.item.title}” is removed.</span><QuietAction icon="undo" onClick={removal.undo} data-testid="undo-remove">Undo</QuietAction></p>
        )}
        {done.length === 0 ? null : <details className="tasks-done"><summary>{done.length} done</summary><ul className="tasks">{done.map(row)}</ul></details>}
      </Card>
      {sheet.about === null ? null : <ActionItemSheet postMortem={postMortem} itemId={sheet.about.itemId} open={sheet.open} onClose={sheet.close} onRemove={removal.remove} />}
    </div>
  );
}

function OneItem({ item, busy, onTick, onOpen }: { item: ActionItem; busy: boolean; onTick: (isDone: boolean) => void; onOpen: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const isDone = item.doneAt !== null;
  const { words, isOverdue } = itemWords(item, { userId, zone: timeZone }, now);
  return (
    <div className="task" data-testid="action-item">
      <button type="button" role="checkbox" aria-checked={isDone} aria-label={item.title} aria-busy={busy ? true : undefined} disabled={busy} className="task-tick" onClick={() => onTick(!isDone)} data-testid="tick-item">
        <span className="task-box">{isDone ? <Icon name="check" size={18} /> : null}</span>
      </button>
      <button type="button" className="task-words" onClick={onOpen} data-testid="open-item">
        <span className={isDone ? 'task-title task-title-done' : 'task-title'}>{item.title}</span>
        <span className={`task-detail tabular${isOverdue ? ' task-overdue' : ''}`}>{words}</span>
      </button>
    </div>
  );
}

import { useState } from 'react';
import { isMember } from '#domain/people/person';
import type { ActionItem, ActionOwner, PostMortem } from '#domain/postMortem/postMortem';
import { known } from '../../live/live';
import { people, teams } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { ChoiceField, Field, PrimaryAction, QuietAction, Sheet } from '../../ui';
import { useSending } from '../incident/useSending';
import { dayOf, inAWeek, morningOf } from './days';

type Props = { postMortem: PostMortem; itemId: string | null; open: boolean; onClose: () => void; onRemove: (item: ActionItem) => void };

/** An action item with its owner and its day: a new one, or one to change or take away. */
export function ActionItemSheet(props: Props) {
  return <Sheet open={props.open} onClose={props.onClose} title={props.itemId === null ? 'Add an action item' : 'Action item'}>{props.open ? <ItemForm key={props.itemId ?? 'new'} {...props} /> : null}</Sheet>;
}

const keyOf = (owner: Pick<NonNullable<ActionItem['owner']>, 'kind' | 'id'> | null) => (owner === null ? '' : `${owner.kind}:${owner.id}`);

function ItemForm({ postMortem: { incidentId, actionItems }, itemId, onClose, onRemove }: Props) {
  const { userId, timeZone } = usePerson();
  const { sending, send } = useSending();
  const everybody = known(useLive(people)) ?? [];
  const everyTeam = known(useLive(teams)) ?? [];
  const item = actionItems.find(({ id }) => id === itemId) ?? null;
  const [title, setTitle] = useState(item?.title ?? '');
  const [owner, setOwner] = useState<Pick<ActionOwner, 'kind' | 'id'> | null>(item === null ? { kind: 'person', id: userId } : item.owner);
  const [day, setDay] = useState(() => (item === null ? inAWeek(Date.now(), timeZone) : dayOf(item.dueAt, timeZone)));
  const [wrong, setWrong] = useState(false);
  if (itemId !== null && item === null) return <p className="sheet-words">Somebody has removed this item meanwhile.</p>;
  const able = everybody.filter((person) => isMember(person) || person.id === owner?.id).sort((a, b) => a.name.localeCompare(b.name));
  const choose = (key: string) => {
    const [kind, ...id] = key.split(':');
    setOwner(key === '' ? null : { kind: kind === 'team' ? 'team' : 'person', id: id.join(':') });
  };
  const save = async () => {
    const words = title.trim();
    if (words === '') return setWrong(true);
    const isSameDay = item !== null && day === dayOf(item.dueAt, timeZone);
    const wanted = { title: words, owner: owner === null ? null : { kind: owner.kind, id: owner.id }, dueAt: isSameDay ? item.dueAt : morningOf(day, timeZone) };
    const sent = await send('save', item === null ? { type: 'addActionItem', incidentId, ...wanted } : { type: 'changeActionItem', incidentId, itemId: item.id, ...wanted });
    if (sent) onClose();
  };
  return (
    <form noValidate className="post-mortem-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field label="What is to be done" value={title} maxLength={200} error={wrong ? 'What is to be done?' : null} autoComplete="off" placeholder="Alert at 80 % of the pool" onChange={(event) => { setTitle(event.target.value); setWrong(false); }} data-testid="item-title" />
      <ChoiceField label="Who does it" value={keyOf(owner)} onChange={(event) => choose(event.target.value)} data-testid="item-owner">
        <option value="">Nobody yet</option>
        <optgroup label="People">{able.map(({ id, name }) => <option key={id} value={`person:${id}`}>{id === userId ? `${name} (you)` : name}</option>)}</optgroup>
        {everyTeam.length === 0 ? null : <optgroup label="Teams">{[...everyTeam].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => <option key={id} value={`team:${id}`}>{name}</option>)}</optgroup>}
      </ChoiceField>
      <Field label="Due on" type="date" value={day} hint="Asked for the day before, on the day, and then every three days until it is done. Empty: no day." onChange={(event) => setDay(event.target.value)} data-testid="item-day" />
      <div className="sheet-actions">
        <PrimaryAction submit guarded busy={sending !== null} data-testid="save-item">{sending !== null ? 'Saving' : item === null ? 'Add it' : 'Save'}</PrimaryAction>
        {item === null ? null : <QuietAction tone="danger" onClick={() => { onRemove(item); onClose(); }} data-testid="remove-item">Remove it</QuietAction>}
      </div>
    </form>
  );
}

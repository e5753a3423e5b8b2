import { useRef, useState } from 'react';
import type { Person } from '#domain/people/person';
import { Icon, IconAction } from '../../ui';
import { useDragOrder } from '../routing/useDragOrder';
import { membersOf } from './members';
import { initials } from './names';
import { movedTo } from './scheduleDraft';

/** The people of a layer in the order in which they take turns: added from a list, moved by dragging or by buttons. */
export function PeopleOrder({ layer, chosen, people, error, onChange }: { layer: string; chosen: readonly string[]; people: Readonly<Record<string, Person>>; error: string | undefined; onChange: (chosen: string[]) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const nameOf = (id: string) => people[id]?.name ?? 'Somebody who left';
  const move = (from: number, to: number) => {
    onChange(movedTo(chosen, from, to));
    setSaid(`${nameOf(chosen[from] ?? '')} is number ${to + 1} of ${chosen.length} now.`);
  };
  const drag = useDragOrder(list, move);
  return (
    <fieldset className="people-order">
      <legend>People, in the order of their turns</legend>
      <p className="visually-hidden" role="status">{said}</p>
      <ol ref={list} className={drag.dragged === null ? undefined : 'people-order-dragging'}>
        {chosen.map((id, at) => (
          <li key={`${id} ${at}`} style={drag.styleOf(at)} className={drag.dragged === at ? 'people-order-dragged' : undefined}>
            <span className="people-order-handle" aria-hidden="true" {...drag.handle(at)}><Icon name="menu" size={20} /></span>
            <span className="people-order-mark" aria-hidden="true">{initials(nameOf(id))}</span>
            <span className="people-order-name">{nameOf(id)}</span>
            <IconAction label={`Move up: ${nameOf(id)}`} icon="up" disabled={at === 0} onClick={() => move(at, at - 1)} />
            <span className="people-order-down"><IconAction label={`Move down: ${nameOf(id)}`} icon="up" disabled={at === chosen.length - 1} onClick={() => move(at, at + 1)} /></span>
            <IconAction label={`Remove ${nameOf(id)} from ${layer}`} icon="close" onClick={() => onChange(chosen.filter((_, index) => index !== at))} />
          </li>
        ))}
      </ol>
      <select className="people-order-add" aria-label={`Add a person to ${layer}`} aria-invalid={error ? true : undefined} value="" onChange={(event) => { onChange([...chosen, event.target.value]); setSaid(`${nameOf(event.target.value)} was added.`); }}>
        <option value="" disabled>Add a person</option>
        {membersOf(people).map(({ id, name }) => <option key={id} value={id}>{chosen.includes(id) ? `${name} (once more)` : name}</option>)}
      </select>
      {error ? <p className="field-error" role="alert">{error}</p> : null}
    </fieldset>
  );
}

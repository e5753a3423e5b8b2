import { useRef, useState } from 'react';
import type { Person } from '#domain/people/person';
import { Icon, QuietAction } from '../../ui';
import { useDragOrder } from '../routing/useDragOrder';
import { LayerCard } from './LayerCard';
import { movedTo } from './scheduleDraft';
import type { LayerDraft, ScheduleDraft } from './scheduleDraft';
import './editor.css';

/** The layers from the one that wins down, ordered by dragging or by buttons. */
export function LayerList({ draft, people, errorAt, onChange, onAdd }: {
  draft: ScheduleDraft; people: Readonly<Record<string, Person>>; errorAt: (path: string) => string | undefined; onChange: (layers: LayerDraft[]) => void; onAdd: () => void;
}) {
  const { layers } = draft;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    onChange(movedTo(layers, from, to).map((layer, at) => (at === 0 ? { ...layer, together: false } : layer)));
    setSaid(`${layers[from]?.name ?? ''} is layer ${to + 1} of ${layers.length} now.`);
  };
  const drag = useDragOrder(list, move);
  const placeOf = (layer: LayerDraft, at: number) => {
    if (layers.length === 1) return 'The only layer';
    if (layer.together && at > 0) return 'Together with the layer above';
    return at === layers.length - 1 ? 'Where no layer above has anybody' : 'Wins over the layers below';
  };
  return (
    <section className="layers" aria-label="Layers">
      <p className="visually-hidden" role="status">{said}</p>
      <ol ref={list} className={`layer-list${drag.dragged === null ? '' : ' layer-list-dragging'}`}>
        {layers.map((layer, at) => (
          <LayerCard
            key={layer.id} draft={layer} at={at} count={layers.length} people={people} zone={draft.timeZone} hasHolidays={draft.holidayCalendarId !== null} place={placeOf(layer, at)}
            style={drag.styleOf(at)} dragged={drag.dragged === at} handle={<span className="people-order-handle" aria-hidden="true" {...drag.handle(at)}><Icon name="menu" size={20} /></span>}
            errorAt={(field) => errorAt(`layers.${at}.${field}`)} onMove={(to) => move(at, to)} onRemove={() => onChange(layers.filter(({ id }) => id !== layer.id).map((each, index) => (index === 0 ? { ...each, together: false } : each)))}
            onChange={(fields) => onChange(layers.map((each) => (each.id === layer.id ? { ...each, ...fields } : each)))}
          />
        ))}
      </ol>
      {layers.length < 20 ? <QuietAction outlined icon="plus" onClick={onAdd} data-testid="add-layer">Add a layer</QuietAction> : null}
    </section>
  );
}

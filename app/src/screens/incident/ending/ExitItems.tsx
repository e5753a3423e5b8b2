import { useState } from 'react';
import type { ExitItem } from '#domain/incident/exitList';
import { Field, QuietAction } from '../../../ui';
import './ending.css';

type Props = { items: readonly ExitItem[]; check: (said: Pick<ExitItem, 'item' | 'state' | 'reason'>) => void };

/** Each item with its tick; one that does not apply is skipped with a reason. Both can be taken back. */
export function ExitItems({ items, check }: Props) {
  return <ul className="exit-items" aria-label="Exit list">{items.map((each) => <li key={each.item}><One item={each} check={check} /></li>)}</ul>;
}

function One({ item: { item, state, reason, by }, check }: { item: ExitItem; check: Props['check'] }) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  // What the incident itself shows is not anybody's to take back.
  const shown = state === 'done' && by === null;
  const skip = () => { setAsking(false); check({ item, state: 'skipped', reason: why.trim() }); };
  return (
    <>
      <div className="exit-item" data-state={state} data-testid="exit-item">
        <label>
          <input type="checkbox" checked={state === 'done'} disabled={shown} onChange={(event) => check({ item, state: event.target.checked ? 'done' : 'open', reason: '' })} />
          <span className="exit-words">
            <span>{item}</span>
            {state === 'skipped' ? <span className="quiet small">Skipped{by === null ? '' : ` by ${by}`}{reason === '' ? '' : `: ${reason}`}</span> : null}
            {state === 'done' ? <span className="quiet small">{by === null ? 'Shown by the incident' : by}</span> : null}
          </span>
        </label>
        {state === 'open' && !asking ? <QuietAction tone="plain" aria-label={`Skip: ${item}`} onClick={() => setAsking(true)}>Skip</QuietAction> : null}
        {state === 'skipped' ? <QuietAction tone="plain" aria-label={`Do not skip: ${item}`} onClick={() => check({ item, state: 'open', reason: '' })}>Undo</QuietAction> : null}
      </div>
      {asking && state === 'open' ? (
        <div className="exit-why">
          <Field
            label="Why is it skipped?" value={why} maxLength={300} onChange={(event) => setWhy(event.target.value)}
            onKeyDown={(event) => {
              // Enter belongs to this question, not to the sheet around it.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (why.trim() !== '') skip();
            }}
          />
          <div className="exit-why-actions">
            <QuietAction outlined disabled={why.trim() === ''} onClick={skip} data-testid="exit-skip">Skip it</QuietAction>
            <QuietAction tone="plain" onClick={() => setAsking(false)}>Keep it open</QuietAction>
          </div>
        </div>
      ) : null}
    </>
  );
}

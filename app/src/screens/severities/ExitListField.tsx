import { useState } from 'react';
import { itemsShown } from '#domain/incident/exitList';
import { Field, IconAction, QuietAction } from '../../ui';
import { moved } from './policyDraft';
import './severities.css';

const most = 12;

/** One exit list: its items in their order, each to be moved or removed, and a line for another. */
export function ExitListField({ label, list, error, onChange, children }: {
  label: string; list: readonly string[]; error: string | undefined; onChange: (list: string[]) => void; children?: React.ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const item = typed.trim();
  const isThere = list.includes(item);
  const add = () => {
    if (item === '' || isThere || list.length >= most) return;
    onChange([...list, item]);
    setTyped('');
  };
  return (
    <fieldset className="severities-exit">
      <legend>{label}</legend>
      {list.length === 0 ? <p className="quiet small">Nothing is asked.</p> : (
        <ol>
          {list.map((each, index) => (
            <li key={each}>
              <span>{each}{itemsShown.includes(each) ? <small>Ticked by itself when it is so</small> : null}</span>
              <IconAction label={`Move “${each}” up`} icon="up" disabled={index === 0} onClick={() => onChange(moved(list, index, index - 1))} />
              <IconAction label={`Move “${each}” down`} icon="up" data-way="down" disabled={index === list.length - 1} onClick={() => onChange(moved(list, index, index + 1))} />
              <IconAction label={`Remove “${each}”`} icon="close" onClick={() => onChange(list.filter((other) => other !== each))} />
            </li>
          ))}
        </ol>
      )}
      {error ? <p className="field-error" role="alert">{error}</p> : null}
      {list.length >= most ? <p className="field-hint">Twelve items: as many as anybody reads.</p> : (
        <div className="severities-add">
          <Field
            label="Another item" placeholder="Customers were told" value={typed} maxLength={120} enterKeyHint="done" error={isThere ? `“${item}” is here already.` : undefined}
            onChange={(event) => setTyped(event.target.value)} onBlur={add} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add(); } }}
          />
          <QuietAction outlined onClick={add} disabled={item === '' || isThere}>Add</QuietAction>
        </div>
      )}
      {children}
    </fieldset>
  );
}

import { useState } from 'react';
import { Field, Icon } from '../../ui';
import '../severities/severities.css';
import { asPhrase } from './problemDraft';

const most = 10;

/** The words by which an incident is recognised, as chips: one of them is enough. */
export function PhrasesField({ phrases, error, onChange }: { phrases: readonly string[]; error: string | undefined; onChange: (phrases: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const phrase = asPhrase(typed);
  const isThere = phrases.some((each) => each.toLowerCase() === phrase.toLowerCase());
  const wrong = isThere ? `“${phrase}” is here already.` : phrase.length === 1 ? 'Two letters or more: one is in everything.' : undefined;
  const add = () => {
    if (phrase.length < 2 || isThere || phrases.length >= most) return;
    onChange([...phrases, phrase]);
    setTyped('');
  };
  return (
    <div className="severities-field">
      <Field
        label="Words to match" placeholder={phrases.length >= most ? 'As many as there can be' : 'connection pool'} value={typed} maxLength={80} autoCapitalize="none" autoComplete="off" enterKeyHint="done"
        disabled={phrases.length >= most} error={wrong ?? error} hint="One of them in the title or in the name of an alert is enough. Enter adds it." data-testid="problem-phrase"
        onChange={(event) => setTyped(event.target.value)} onBlur={add} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ',') { event.preventDefault(); add(); } }}
      />
      {phrases.length === 0 ? null : (
        <ul className="severities-chips" aria-label="Words to match">
          {phrases.map((each) => (
            <li key={each}>
              <button type="button" onClick={() => onChange(phrases.filter((other) => other !== each))} aria-label={`Remove ${each}`}><span>{each}</span><Icon name="close" size={16} /></button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useState } from 'react';
import type { Severity, SeverityPolicy } from '#domain/incident/severity';
import { Field, Icon, QuietAction } from '../../ui';
import { asWord, ownerOfWord } from './policyDraft';
import './severities.css';

/** What sources call this severity, as chips. A word that another severity has is refused here, and can be moved. */
export function WordsField({ severity, policy, error, onChange }: {
  severity: Severity; policy: SeverityPolicy; error: string | undefined; onChange: (policy: SeverityPolicy) => void;
}) {
  const [typed, setTyped] = useState('');
  const { words } = policy[severity];
  const word = asWord(typed);
  const owner = word === '' ? null : ownerOfWord(word, policy);
  const withWords = (of: Severity, next: string[]): SeverityPolicy => ({ ...policy, [of]: { ...policy[of], words: next } });
  const add = () => {
    if (word === '' || owner !== null) return;
    onChange(withWords(severity, [...words, word]));
    setTyped('');
  };
  const move = () => {
    if (owner === null) return;
    const without = withWords(owner, policy[owner].words.filter((each) => each !== word));
    onChange({ ...without, [severity]: { ...policy[severity], words: [...words, word] } });
    setTyped('');
  };
  const taken = owner === null ? undefined : owner === severity ? `“${word}” is here already.` : `“${word}” means ${owner} already. A word means one severity.`;
  return (
    <div className="severities-field">
      <Field
        label="Words of sources" placeholder="Another word" value={typed} maxLength={40} autoCapitalize="none" autoComplete="off" enterKeyHint="done" error={taken ?? error}
        hint="What tools call it. Case plays no part; Enter adds the word." onChange={(event) => setTyped(event.target.value)} onBlur={add}
        onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ',') { event.preventDefault(); add(); } }}
      />
      {owner !== null && owner !== severity ? <QuietAction outlined onClick={move}>Move it from {owner} to {severity}</QuietAction> : null}
      <ul className="severities-chips" aria-label={`Words of ${severity}`}>
        {words.map((each) => (
          <li key={each}>
            <button type="button" onClick={() => onChange(withWords(severity, words.filter((other) => other !== each)))} aria-label={`Remove ${each}`}>
              <span>{each}</span><Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

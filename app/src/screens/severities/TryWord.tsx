import { useState } from 'react';
import { severityOfWord } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import { Card, Field, SeverityMark } from '../../ui';
import { asWord, ownerOfWord } from './policyDraft';
import './severities.css';

/** What a source's word becomes, by the rule that decides live. */
export function TryWord({ policy }: { policy: SeverityPolicy }) {
  const [typed, setTyped] = useState('');
  const word = asWord(typed);
  const severity = severityOfWord(word, policy);
  return (
    <Card>
      <Field label="Try a word" placeholder="critical" value={typed} maxLength={100} autoCapitalize="none" autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <p className="severities-tried" role="status" data-testid="tried-word">
        {word === '' ? <span className="quiet">What a tool calls it, such as critical, P2 or warn.</span> : (
          <>
            <SeverityMark severity={severity} /> {policy[severity].name}
            {ownerOfWord(word, policy) === null ? <span className="quiet"> · nobody knows this word, so it counts as none</span> : null}
          </>
        )}
      </p>
    </Card>
  );
}

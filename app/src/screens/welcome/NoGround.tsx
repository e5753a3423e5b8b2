import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ChoiceField, PrimaryAction, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import type { Ground } from './useGround';

/** What is missing before an alert can be sent, and who can mend it. */
export function NoGround({ ground }: { ground: Exclude<Ground, { state: 'ready' }> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  switch (ground.state) {
    case 'loading': return <Skeleton rows={1} label="Looking who is on call" />;
    case 'failed': return <p role="alert">{readFailures[ground.reason].title}. {readFailures[ground.reason].text}</p>;
    case 'noService': return <p>There is no service with an escalation policy yet, so nobody can be paged. An admin makes the first one.</p>;
    case 'noKey': {
      const { make } = ground;
      if (!make) return <p>Only an admin can send alerts from here. To see this device ring, send yourself a <Link to="/devices">test page</Link>.</p>;
      const begin = async () => {
        setBusy(true);
        setProblem(await make());
        setBusy(false);
      };
      return (
        <>
          <p>An alert comes in through an integration, with a key of its own. Make the first one: you can go on using it for your monitoring.</p>
          {ground.services.length > 1 ? (
            <ChoiceField label="For which service" value={ground.service.id} onChange={(event) => ground.choose(event.target.value)}>
              {ground.services.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </ChoiceField>
          ) : null}
          {problem ? <p className="welcome-problem" role="alert">{problem}</p> : null}
          <PrimaryAction busy={busy} onClick={() => { void begin(); }}>Make an integration for {ground.service.name}</PrimaryAction>
        </>
      );
    }
    default: return ground satisfies never;
  }
}

import { useState } from 'react';
import type { Person } from '#domain/people/person';
import { useCommands } from '../../commands/useCommands';
import { Card, QuietAction } from '../../ui';
import { LinkOnce } from './LinkOnce';
import './people.css';

/** For somebody who can't get in: a link to a new password, passed on by the admin, who never learns the password itself. */
export function PasswordReset({ person: { id, name } }: { person: Person }) {
  const { send } = useCommands();
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await send({ type: 'resetPassword', userId: id });
    setBusy(false);
    if (outcome.state !== 'answered') setProblem(outcome.sentence);
    else if (outcome.answer.link === undefined) setProblem(outcome.answer.message);
    else setLink(outcome.answer.link);
  };
  return (
    <Card title="Password">
      {problem ? <p className="people-problem" role="alert">{problem}</p> : null}
      {link === null
        ? <QuietAction outlined disabled={busy} onClick={() => { void ask(); }}>{busy ? 'Making the link' : 'Make a link to a new password'}</QuietAction>
        : <LinkOnce link={link} words={`Send ${name} this link. It works once, and it is shown only now.`} onDone={() => setLink(null)} />}
    </Card>
  );
}

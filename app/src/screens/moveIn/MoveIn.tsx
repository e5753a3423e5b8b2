import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router-dom';
import { sendCommand } from '../../commands/send';
import { asCommand } from '../../commands/wish';
import { thisPlatform } from '../../device';
import { signInWithKey } from '../../session/moveIn';
import { signOut } from '../../session/session';
import { useSession } from '../../session/useSession';
import { Field, PrimaryAction, QuietAction } from '../../ui';
import { Door } from '../session/Door';
import { moveInToken } from './token';

/** A person who may be signed in here: the link is used up, its key is good for the hour. */
type Found = { name: string; key: string };

/**
 * The other end of the code, on the new phone: asks who it is, then whether to sign in. The link is redeemed by a touch and not by being opened, because what
 * previews links would use it up. The name is the server's: nobody is signed in as somebody whom they did not see named.
 */
export default function MoveIn() {
  const session = useSession();
  const navigate = useNavigate();
  const { hash, pathname } = useLocation();
  const [token, setToken] = useState(() => moveInToken(hash));
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Out of the address at once: it must not end up in a bookmark or a screenshot.
  useEffect(() => { if (hash !== '') void navigate(pathname, { replace: true }); }, [hash, pathname, navigate]);

  const look = async (wanted: string) => {
    setBusy(true);
    setProblem(null);
    const outcome = await sendCommand(asCommand({ type: 'redeemMoveIn', token: wanted }));
    setBusy(false);
    if (outcome.state === 'answered' && outcome.answer.key !== undefined) return setFound({ name: outcome.answer.message, key: outcome.answer.key });
    if (outcome.state !== 'unanswered') setToken(null);
    setProblem(outcome.state === 'answered' ? outcome.answer.message : outcome.sentence);
  };
  const enter = async ({ key }: Found) => {
    setBusy(true);
    const sentence = await signInWithKey(key);
    setBusy(false);
    if (sentence === null) void navigate('/devices', { replace: true });
    else setProblem(sentence);
  };

  if (session.state === 'signedIn' && !busy) {
    if (token === null && found === null) return <Navigate to="/devices/move" replace />;
    return (
      <Door title="A code to sign in" lead={`You are signed in as ${session.person.name} on this device already.`}>
        <PrimaryAction onClick={() => { void navigate('/incidents', { replace: true }); }}>Stay {session.person.name}</PrimaryAction>
        <QuietAction onClick={() => { void signOut(); }}>Sign out and go on</QuietAction>
      </Door>
    );
  }
  if (found) {
    return (
      <Door title={`Sign in as ${found.name} on this ${word()}?`} lead="Pages for them ring here from then on.">
        {problem ? <p className="door-error" role="alert">{problem}</p> : null}
        <PrimaryAction guarded busy={busy} onClick={() => { void enter(found); }} data-testid="enter">{busy ? 'Signing in' : `Sign in as ${found.name}`}</PrimaryAction>
        <QuietAction tone="plain" disabled={busy} onClick={() => { void navigate('/sign-in', { replace: true }); }}>No, that is not me</QuietAction>
      </Door>
    );
  }
  if (token !== null) {
    return (
      <Door title="Move to this phone" lead="This code signs one person in, once.">
        <IphoneHint />
        {problem ? <p className="door-error" role="alert">{problem}</p> : null}
        <PrimaryAction guarded busy={busy} onClick={() => { void look(token); }} data-testid="look">{busy ? 'Asking' : problem ? 'Try again' : 'Go on'}</PrimaryAction>
      </Door>
    );
  }
  return <Paste problem={problem} onToken={(pasted) => { setProblem(null); setToken(pasted); }} />;
}

/** An app on the Home Screen has no address bar, and shares no session with Safari: there the link is pasted. */
function Paste({ problem, onToken }: { problem: string | null; onToken: (token: string) => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const take = () => {
    const token = moveInToken(typed);
    if (token === null) setWrong('This is not such a link. It has a # in it, and a long code after that.');
    else onToken(token);
  };
  return (
    <Door title="Sign in by a code" lead="On your old phone: More, Devices, Move to a new phone.">
      {problem ? <p className="door-error" role="alert">{problem}</p> : null}
      <form className="door-form" noValidate onSubmit={(event) => { event.preventDefault(); take(); }}>
        <Field label="Link from the old phone" value={typed} autoComplete="off" autoCapitalize="none" spellCheck={false} error={wrong} onChange={(event) => { setTyped(event.target.value); setWrong(null); }} />
        <PrimaryAction submit>Go on</PrimaryAction>
        <QuietAction tone="plain" onClick={() => { void navigate('/sign-in', { replace: true }); }}>Sign in otherwise</QuietAction>
      </form>
    </Door>
  );
}

function IphoneHint() {
  const { kind, installed } = thisPlatform();
  if (kind !== 'ios' || installed) return null;
  return <p className="door-said">This is Safari. An iPhone rings only from the Home Screen: add Rouse there first, open it, choose “Sign in by a code”, and paste the link there. Going on here uses the code up.</p>;
}

const word = () => (thisPlatform().kind === 'desktop' ? 'computer' : 'phone');

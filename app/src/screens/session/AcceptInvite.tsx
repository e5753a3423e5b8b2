import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { sendCommand } from '../../commands/send';
import { asCommand } from '../../commands/wish';
import { signIn, signOut } from '../../session/session';
import { useSession } from '../../session/useSession';
import { Field, PrimaryAction, QuietAction } from '../../ui';
import { Door } from './Door';

/** The account is there already, made when the new password was taken; what remains is signing in. */
type Problem = { code: string; sentence: string };

/** The other end of an invitation: choose a password, and one is in. The link itself is the proof; no session is needed. */
export default function AcceptInvite() {
  const { token = '' } = useParams();
  const session = useSession();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [weak, setWeak] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const accept = async () => {
    if (password.length < 8) {
      setWeak('At least 8 characters, please. A few words in a row are easy to type at night.');
      return;
    }
    setBusy(true);
    setProblem(null);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const outcome = await sendCommand(asCommand({ type: 'acceptInvite', token, password, timeZone }));
    const email = outcome.state === 'answered' ? outcome.answer.email : undefined;
    const failed = email === undefined ? null : await signIn(email, password);
    setBusy(false);
    if (outcome.state === 'refused') setProblem({ code: outcome.code, sentence: outcome.sentence });
    else if (outcome.state === 'unanswered') setProblem({ code: 'unanswered', sentence: outcome.sentence });
    else if (email === undefined || failed !== null) setProblem({ code: 'signIn', sentence: `Your account is ready. ${failed ?? 'Sign in with it now.'}` });
    else void navigate('/welcome', { replace: true });
  };

  if (session.state === 'signedIn' && !busy) {
    return (
      <Door title="An invitation" lead={`You are signed in as ${session.person.name}. This link is for a new account.`}>
        <PrimaryAction onClick={() => { void navigate('/incidents', { replace: true }); }}>Stay signed in</PrimaryAction>
        <QuietAction onClick={() => { void signOut(); }}>Sign out and accept the invitation</QuietAction>
      </Door>
    );
  }
  if (problem?.code === 'invite-invalid') {
    return (
      <Door title="This invitation is over" lead={problem.sentence}>
        <PrimaryAction tone="plain" onClick={() => { void navigate('/sign-in', { replace: true }); }}>I have an account: sign in</PrimaryAction>
      </Door>
    );
  }
  return (
    <Door title="You are invited" lead="Rouse pages people when something breaks. Choose a password, then set up this device.">
      <form className="door-form" noValidate onSubmit={(event) => { event.preventDefault(); void accept(); }}>
        {problem ? <p className="door-error" role="alert">{problem.sentence}</p> : null}
        <Field
          label="New password" type={visible ? 'text' : 'password'} autoComplete="new-password" value={password} error={weak} hint="At least 8 characters."
          onChange={(event) => { setPassword(event.target.value); setWeak(null); }}
        />
        <div className="door-beside"><QuietAction tone="plain" aria-pressed={visible} icon="eye" onClick={() => setVisible(!visible)}>Show what I type</QuietAction></div>
        {problem?.code === 'signIn'
          ? <PrimaryAction onClick={() => { void navigate('/sign-in', { replace: true }); }}>Sign in</PrimaryAction>
          : <PrimaryAction submit busy={busy}>{busy ? 'Making your account' : 'Accept the invitation'}</PrimaryAction>}
        <p className="quiet small">Times will be told in {Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')}. You can change that later.</p>
      </form>
    </Door>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { signIn } from '../../session/session';
import { Field, PrimaryAction, QuietAction } from '../../ui';
import { requestPasswordReset } from './passwordReset';

/** E-mail address and password, and the way back for those who forgot it. Accounts come by invitation alone. */
export function WithPassword({ apiKey }: { apiKey: string }) {
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const enter = async () => {
    if (email.trim() === '' || password === '') {
      setError('Both your e-mail address and your password are needed.');
      return;
    }
    setBusy(true);
    setError(await signIn(email.trim(), password));
    setBusy(false);
  };
  const reset = async () => {
    if (email.trim() === '') {
      setError('Type your e-mail address first: the link to a new password goes there.');
      return;
    }
    setBusy(true);
    const { sentence, sent } = await requestPasswordReset(email.trim(), apiKey);
    setBusy(false);
    setError(sent ? null : sentence);
    setSaid(sent ? sentence : null);
  };
  return (
    <form className="door-form" noValidate onSubmit={(event) => { event.preventDefault(); void enter(); }}>
      {error ? <p className="door-error" role="alert">{error}</p> : null}
      {said ? <p className="door-said" role="status">{said}</p> : null}
      <Field
        label="E-mail address" type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} required
        value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <Field label="Password" type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
      <PrimaryAction submit busy={busy}>{busy ? 'Signing in' : 'Sign in'}</PrimaryAction>
      <QuietAction disabled={busy} onClick={() => { void reset(); }}>Forgot the password</QuietAction>
      <QuietAction tone="plain" disabled={busy} onClick={() => { void navigate('/move-in'); }}>Sign in by a code</QuietAction>
      <p className="quiet small">No account yet? An admin of your team can invite you: the invitation is a link.</p>
    </form>
  );
}

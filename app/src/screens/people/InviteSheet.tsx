import { useState } from 'react';
import { Role } from '#domain/people/person';
import type { Team } from '#domain/people/person';
import { useCommands } from '../../commands/useCommands';
import type { Outcome } from '../../commands/send';
import { ChoiceField, Field, PrimaryAction, Sheet } from '../../ui';
import { Checks } from './Checks';
import { LinkOnce } from './LinkOnce';
import { roleMeanings, roleNames } from './useDirectory';
import './people.css';

/** Invites by a link that the admin passes on: no mail server is needed, and it goes the way the team talks anyway. */
export function InviteSheet({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const { send } = useCommands();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('responder');
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Exclude<Outcome, { state: 'answered' }> | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const issueAt = (path: string) => (outcome?.state === 'refused' ? outcome.issues.find((issue) => issue.path === path)?.message : undefined);
  const nameError = tried && name.trim() === '' ? 'They need a name to be called by.' : issueAt('name');
  const emailError = tried && !/^\S+@\S+\.\S+$/.test(email.trim()) ? 'An e-mail address, such as sam@example.com.' : issueAt('email');

  const invite = async () => {
    setTried(true);
    if (name.trim() === '' || !/^\S+@\S+\.\S+$/.test(email.trim())) return;
    setBusy(true);
    setOutcome(null);
    const result = await send({ type: 'invitePerson', name: name.trim(), email: email.trim(), role, teamIds });
    setBusy(false);
    if (result.state !== 'answered') setOutcome(result);
    else setLink(result.answer.link ?? null);
  };
  return (
    <Sheet open onClose={onClose} title={link === null ? 'Invite somebody' : `${name.trim()} is invited`}>
      {link === null ? (
        <form className="people-form" noValidate onSubmit={(event) => { event.preventDefault(); void invite(); }}>
          {outcome ? <p className="people-problem" role="alert">{outcome.sentence}</p> : null}
          <Field label="Name" value={name} maxLength={80} autoComplete="off" error={nameError} onChange={(event) => setName(event.target.value)} />
          <Field
            label="E-mail address" type="email" inputMode="email" autoComplete="off" autoCapitalize="none" value={email} error={emailError}
            hint="They sign in with it. Nothing is mailed." onChange={(event) => setEmail(event.target.value)}
          />
          <ChoiceField label="Role" value={role} hint={roleMeanings[role]} onChange={(event) => setRole(Role.parse(event.target.value))}>
            {Role.options.map((each) => <option key={each} value={each}>{roleNames[each]}</option>)}
          </ChoiceField>
          {teams.length > 0 ? <Checks legend="Teams" options={teams} chosen={teamIds} onChange={setTeamIds} nothing="" /> : null}
          <PrimaryAction submit busy={busy} data-testid="invite-send">{busy ? 'Making the link' : 'Make the invitation link'}</PrimaryAction>
        </form>
      ) : <LinkOnce link={link} words="Send them this link. It works once, and it is shown only now." onDone={onClose} />}
    </Sheet>
  );
}

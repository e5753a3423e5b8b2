import { useState } from 'react';
import type { Person, Team } from '#domain/people/person';
import { useCommands } from '../../commands/useCommands';
import type { Wish } from '../../commands/wish';
import { Field, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { Checks } from './Checks';
import './people.css';

/** Makes a team, or changes its name and members; `team` null: a new one. */
export function TeamSheet({ team, people, onClose }: { team: Team | null; people: readonly Person[]; onClose: () => void }) {
  const { send } = useCommands();
  const [name, setName] = useState(team?.name ?? '');
  const [memberIds, setMemberIds] = useState<string[]>(team?.memberIds ?? []);
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const carryOut = async (wish: Wish, said: string) => {
    setBusy(true);
    const outcome = await send(wish);
    setBusy(false);
    if (outcome.state !== 'answered') return setProblem(outcome.sentence);
    say(said, 'good');
    onClose();
  };
  const save = () => {
    setTried(true);
    if (name.trim() !== '') void carryOut({ type: 'saveTeam', teamId: team?.id ?? null, name: name.trim(), memberIds }, 'Saved.');
  };
  return (
    <Sheet open onClose={onClose} title={team ? team.name : 'New team'}>
      <form className="people-form" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        {problem ? <p className="people-problem" role="alert">{problem}</p> : null}
        <Field label="Name" value={name} maxLength={80} error={tried && name.trim() === '' ? 'A team needs a name.' : null} onChange={(event) => setName(event.target.value)} />
        <Checks legend="Members" options={people.filter(({ active, id }) => active || memberIds.includes(id))} chosen={memberIds} onChange={setMemberIds} nothing="Nobody yet." />
        <PrimaryAction submit busy={busy}>Save</PrimaryAction>
        {team === null ? null : removing
          ? <PrimaryAction tone="danger" guarded busy={busy} onClick={() => { void carryOut({ type: 'removeTeam', teamId: team.id }, `${team.name} is removed.`); }}>Remove {team.name} for good</PrimaryAction>
          : <QuietAction tone="danger" onClick={() => setRemoving(true)}>Remove this team</QuietAction>}
      </form>
    </Sheet>
  );
}

import { useState } from 'react';
import { Role } from '#domain/people/person';
import type { Person, Team } from '#domain/people/person';
import { useCommands } from '../../commands/useCommands';
import { Card, ChoiceField, Field, PrimaryAction, say } from '../../ui';
import { Checks } from './Checks';
import { roleMeanings, roleNames } from './useDirectory';
import './people.css';

/** Name, role and teams. Only what differs is sent, so that two admins do not undo each other. */
export function ChangePerson({ person, teams }: { person: Person; teams: readonly Team[] }) {
  const { send } = useCommands();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [teamIds, setTeamIds] = useState(person.teamIds);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const changes = {
    ...(name.trim() !== person.name ? { name: name.trim() } : {}),
    ...(role !== person.role ? { role } : {}),
    ...(sameMembers(teamIds, person.teamIds) ? {} : { teamIds }),
  };
  const changed = Object.keys(changes).length > 0;
  const save = async () => {
    if (name.trim() === '') return setProblem('They need a name to be called by.');
    setBusy(true);
    setProblem(null);
    const outcome = await send({ type: 'setPerson', userId: person.id, ...changes });
    setBusy(false);
    if (outcome.state === 'answered') say('Saved.', 'good');
    else setProblem(outcome.sentence);
  };
  return (
    <Card>
      <form className="people-form" style={{ marginTop: 0 }} noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {problem ? <p className="people-problem" role="alert">{problem}</p> : null}
        <Field label="Name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        <ChoiceField label="Role" value={role} hint={roleMeanings[role]} onChange={(event) => setRole(Role.parse(event.target.value))}>
          {Role.options.map((each) => <option key={each} value={each}>{roleNames[each]}</option>)}
        </ChoiceField>
        <Checks legend="Teams" options={teams} chosen={teamIds} onChange={setTeamIds} nothing="No teams yet." />
        {changed ? <PrimaryAction submit busy={busy} data-testid="save-person">Save</PrimaryAction> : null}
      </form>
    </Card>
  );
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

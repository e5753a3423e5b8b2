import { useParams } from 'react-router-dom';
import type { Person as PersonDocument, Team } from '#domain/people/person';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Failure, Screen, Skeleton, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { ChangePerson } from './ChangePerson';
import { Departure } from './Departure';
import { PasswordReset } from './PasswordReset';
import { PersonDevices } from './PersonDevices';
import { roleMeanings, roleNames, useDirectory } from './useDirectory';

/** One person: what they may do, and for admins how to change that, to let them back in, and to let them go. */
export default function Person() {
  const { userId = '' } = useParams();
  const directory = useDirectory();
  const person = directory.state === 'known' ? directory.people.find(({ id }) => id === userId) : undefined;
  return (
    <Screen title={person?.name ?? 'Person'} back={{ to: '/people', label: 'People and teams' }}>
      {directory.state === 'loading' ? <Skeleton rows={4} label="Loading this person" /> : null}
      {directory.state === 'failed' ? <Failure title={readFailures[directory.reason].title}><p>{readFailures[directory.reason].text}</p></Failure> : null}
      {directory.state === 'known' && !person ? <Empty title="Nobody by this address" icon="person"><p>They may have been removed. Go back to the list.</p></Empty> : null}
      {directory.state === 'known' && person
        ? <Stack>{directory.mayChange ? <Changeable key={person.id} person={person} teams={directory.teams} /> : <ReadOnly person={person} teams={directory.teams} />}</Stack>
        : null}
    </Screen>
  );
}

function ReadOnly({ person: { role, teamIds, timeZone, active }, teams }: { person: PersonDocument; teams: readonly Team[] }) {
  const names = teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name);
  return (
    <Card>
      <Facts>
        <Fact name="Role">{active ? roleNames[role] : `${roleNames[role]}, deactivated`}</Fact>
        <Fact name="Teams">{names.length === 0 ? 'None' : names.join(', ')}</Fact>
        <Fact name="Time zone">{timeZone.replaceAll('_', ' ')}</Fact>
      </Facts>
      <p className="quiet small" style={{ marginTop: 12 }}>{roleMeanings[role]} Only admins change people.</p>
    </Card>
  );
}

function Changeable({ person, teams }: { person: PersonDocument; teams: readonly Team[] }) {
  const { userId } = usePerson();
  return (
    <>
      {person.active ? null : <Card tone="warning"><p>{person.name} is deactivated: signed out everywhere, and never paged.</p></Card>}
      <ChangePerson person={person} teams={teams} />
      <PersonDevices person={person} />
      {person.active ? <PasswordReset person={person} /> : null}
      {person.id === userId ? <p className="quiet small">You cannot deactivate yourself. Another admin can.</p> : <Departure person={person} />}
    </>
  );
}

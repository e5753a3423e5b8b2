import { useState } from 'react';
import { useMatch } from 'react-router-dom';
import type { Team } from '#domain/people/person';
import { usePerson } from '../../session/useSession';
import { Card, Failure, Icon, IconAction, QuietAction, Row, Rows, Screen, Skeleton, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { InviteSheet } from './InviteSheet';
import { TeamSheet } from './TeamSheet';
import { roleNames, useDirectory } from './useDirectory';
import type { Directory } from './useDirectory';
import './people.css';

type Editing = { state: 'nothing' } | { state: 'invite' } | { state: 'team'; team: Team | null };

/** Who belongs here, in which role and team. Admins invite and change; everybody else reads. */
export default function People() {
  const directory = useDirectory();
  const [editing, setEditing] = useState<Editing>({ state: 'nothing' });
  const close = () => setEditing({ state: 'nothing' });
  const mayChange = directory.state === 'known' && directory.mayChange;
  return (
    <Screen
      title="People and teams" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="Invite somebody" icon="plus" onClick={() => setEditing({ state: 'invite' })} data-testid="invite" /> : null}
    >
      {directory.state === 'loading' ? <Skeleton rows={5} label="Loading people" /> : null}
      {directory.state === 'failed' ? <Failure title={readFailures[directory.reason].title}><p>{readFailures[directory.reason].text}</p></Failure> : null}
      {directory.state === 'known' ? <Lists directory={directory} onEdit={setEditing} /> : null}
      {directory.state === 'known' && editing.state === 'invite' ? <InviteSheet teams={directory.teams} onClose={close} /> : null}
      {directory.state === 'known' && editing.state === 'team' ? <TeamSheet team={editing.team} people={directory.people} onClose={close} /> : null}
    </Screen>
  );
}

function Lists({ directory: { people, teams, unreadable, mayChange }, onEdit }: {
  directory: Extract<Directory, { state: 'known' }>; onEdit: (editing: Editing) => void;
}) {
  const { userId } = usePerson();
  const current = useMatch('/people/:userId')?.params.userId;
  const teamNames = (ids: readonly string[]) => teams.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return (
    <Stack>
      {unreadable > 0 ? <p className="quiet">{unreadable} more need a newer app. Reload to see them.</p> : null}
      <Card flush>
        <Rows label="People">
          {people.map(({ id, name, role, teamIds, active }) => (
            <Row
              key={id} to={`/people/${id}`} current={id === current} start={<Icon name="person" />} data-testid="person-row"
              title={id === userId ? `${name} (you)` : name} detail={active ? [roleNames[role], ...teamNames(teamIds)].join(' · ') : 'Deactivated'}
            />
          ))}
        </Rows>
      </Card>
      {mayChange && people.length < 2 ? <p className="quiet">You are alone here, so nobody is paged after you. Invite a second person.</p> : null}
      <Card flush title="Teams" action={mayChange ? <QuietAction icon="plus" onClick={() => onEdit({ state: 'team', team: null })}>New team</QuietAction> : null}>
        {teams.length === 0 ? <p className="quiet people-empty">{mayChange ? 'No teams yet. A team groups the people who own a service.' : 'No teams yet. An admin makes the first one.'}</p> : null}
        {teams.length > 0 ? (
          <Rows label="Teams">
            {teams.map((team) => (
              <Row
                key={team.id} start={<Icon name="people" />} title={team.name} detail={membersWords(team, people.filter(({ active }) => active))}
                {...(mayChange ? { onClick: () => onEdit({ state: 'team', team }), end: 'Change' } : {})}
              />
            ))}
          </Rows>
        ) : null}
      </Card>
    </Stack>
  );
}

function membersWords({ memberIds }: Team, people: readonly { id: string; name: string }[]): string {
  const names = people.filter(({ id }) => memberIds.includes(id)).map(({ name }) => name);
  return names.length === 0 ? 'Nobody yet' : names.join(', ');
}

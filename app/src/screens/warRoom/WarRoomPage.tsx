import { useSearchParams } from 'react-router-dom';
import type { WarRoom } from '#domain/room/room';
import { known } from '../../live/live';
import { warRoomSettings } from '../../live/warRoom';
import { Card, Empty, PrimaryAction, QuietAction, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { EditWarRoom } from './EditWarRoom';
import { RoomWays } from './RoomWays';

/** Where people meet: the standing room and its backup, each way into them to be tried by a tap. Admins change it, responders try it. */
export default function WarRoomPage() {
  const live = useReadable('settings/{id}', warRoomSettings);
  const mayChange = useMay('saveWarRoom');
  const [search, setSearch] = useSearchParams();
  const settings = known(live);
  const standing = settings?.standing ?? null;
  const edit = () => setSearch({ edit: '1' });
  if (mayChange && settings !== undefined && search.get('edit') !== null) return <EditWarRoom standing={standing} onDone={() => setSearch({}, { replace: true })} />;
  return (
    <Screen title="War room" back={{ to: '/more', label: 'More' }} actions={mayChange && standing !== null ? <QuietAction onClick={edit} data-testid="edit">Edit</QuietAction> : null}>
      <Reading live={live} label="Loading the war room">
        {() => (standing === null ? (
          <Empty title="No standing war room" icon="people" action={mayChange ? <PrimaryAction icon="plus" onClick={edit} data-testid="edit">Set it up</PrimaryAction> : null}>
            <p>One video call and one number that are always the same: with them, an incident’s call is one tap away. {mayChange ? '' : 'An admin sets it up.'}</p>
          </Empty>
        ) : <Parts standing={standing} mayChange={mayChange} />)}
      </Reading>
    </Screen>
  );
}

function Parts({ standing: { main, backup }, mayChange }: { standing: WarRoom; mayChange: boolean }) {
  return (
    <Stack>
      <Card title={main.name}><RoomWays room={main} /></Card>
      {backup === null
        ? <Card title="No backup" tone="warning"><p>When this room is down, nobody knows where to go. {mayChange ? 'Add one, best with another provider.' : 'An admin can add one.'}</p></Card>
        : <Card title={`${backup.name} · when the first is down`}><RoomWays room={backup} /></Card>}
      <p className="quiet small">Tap each now and then: a code that has changed is better found by day. An incident may open a room of its own.{mayChange ? '' : ' Only admins change this.'}</p>
    </Stack>
  );
}

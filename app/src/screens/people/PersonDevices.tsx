import type { Person } from '#domain/people/person';
import { whenWords } from '#domain/time/words';
import { known } from '../../live/live';
import { contact } from '../../live/people';
import { useLive } from '../../live/useLive';
import { useZone } from '../../session/useZone';
import { Card, Icon, Row, Rows, Skeleton, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { canRingWords } from '../devices/deviceWords';
import './people.css';

/** What an admin has to know before relying on somebody: whether anything of theirs would ring. */
export function PersonDevices({ person: { id, name } }: { person: Person }) {
  const live = useLive(contact(id));
  const zone = useZone();
  const now = useMinute();
  const found = known(live);
  const devices = found?.devices ?? [];
  return (
    <Card flush title={found ? `Devices of ${found.email}` : 'Devices'}>
      {live.state === 'loading' ? <Skeleton rows={1} label="Loading devices" /> : null}
      {live.state === 'failed' ? <p className="quiet people-empty">{readFailures[live.reason].text}</p> : null}
      {found !== undefined && devices.length === 0 ? <p className="people-empty">{name} has no device yet, so no page can reach them. They open Rouse and sign in on their phone.</p> : null}
      {devices.length > 0 ? (
        <Rows label="Devices">
          {devices.map((device) => (
            <Row
              key={device.id} start={<Icon name="phone" />} title={device.name}
              detail={<span className="tabular">{canRingWords(device)}. Opened {whenWords(device.lastOpenedAt, now, zone)}.</span>}
            />
          ))}
        </Rows>
      ) : null}
    </Card>
  );
}

import { useMatch, useNavigate } from 'react-router-dom';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import { services } from '../../live/configuration';
import { heartbeats } from '../../live/heartbeats';
import { known } from '../../live/live';
import { Card, Empty, IconAction, PrimaryAction, Row, Rows, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { HeartbeatMark } from './HeartbeatMark';
import { useHeartbeatWords } from './useHeartbeatWords';

/** Every dead-man switch, those that are late in front. */
export default function Heartbeats() {
  const live = useReadable('heartbeats/{id}', heartbeats);
  const mayChange = useMay('saveHeartbeat');
  const navigate = useNavigate();
  const add = () => { void navigate('/heartbeats/new'); };
  return (
    <Screen
      title="Heartbeats" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="New heartbeat" icon="plus" onClick={add} data-testid="new-heartbeat" /> : null}
    >
      <Reading live={live} label="Loading heartbeats">
        {(all) => (all.length > 0 ? <List all={all} /> : (
          <Empty title="No heartbeats yet" icon="heartbeat" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>New heartbeat</PrimaryAction> : null}>
            <p>A backup that stopped running sends no alert. A heartbeat pages when a job that should report does not.</p>
          </Empty>
        ))}
      </Reading>
    </Screen>
  );
}

function List({ all }: { all: readonly Heartbeat[] }) {
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const words = useHeartbeatWords();
  const current = useMatch('/heartbeats/:heartbeatId')?.params.heartbeatId;
  const isLate = ({ enabled, state }: Heartbeat) => enabled && state === 'late';
  return (
    <Stack>
      <Card flush>
        <Rows label="Heartbeats">
          {[...all].sort((a, b) => Number(isLate(b)) - Number(isLate(a)) || a.name.localeCompare(b.name)).map((heartbeat) => (
            <Row
              key={heartbeat.id} to={`/heartbeats/${heartbeat.id}`} current={heartbeat.id === current} start={<HeartbeatMark heartbeat={heartbeat} />} title={heartbeat.name}
              data-testid="heartbeat-row" detail={<span className="tabular">{everyService.find(({ id }) => id === heartbeat.serviceId)?.name ?? heartbeat.serviceId} · {words(heartbeat)}</span>}
            />
          ))}
        </Rows>
      </Card>
    </Stack>
  );
}

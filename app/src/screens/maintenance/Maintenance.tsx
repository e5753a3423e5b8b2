import { useState } from 'react';
import { useMatch, useNavigate, useSearchParams } from 'react-router-dom';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { windowWords } from '#domain/maintenance/words';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { maintenanceWindows } from '../../live/maintenance';
import { useZone } from '../../session/useZone';
import { Card, Empty, Icon, IconAction, PrimaryAction, QuietAction, Row, Rows, Screen, Stack, useNow } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { inTime } from './running';
import { serviceNames } from './serviceNames';
import { StartSheet } from './StartSheet';

/** Every window in words: what is on, what comes, what is over; and the fastest way to begin one. `?service=` shows one service's. */
export default function Maintenance() {
  const live = useReadable('maintenanceWindows/{id}', maintenanceWindows);
  const mayChange = useMay('saveMaintenanceWindow');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const serviceId = search.get('service');
  const [starting, setStarting] = useState(false);
  const start = <PrimaryAction icon="maintenance" onClick={() => setStarting(true)} data-testid="start-maintenance">Start now for 1 h</PrimaryAction>;
  return (
    <Screen
      title="Maintenance" back={serviceId ? { to: `/services/${serviceId}`, label: 'The service' } : { to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="Plan a window" icon="plus" onClick={() => { void navigate(`/maintenance/new${serviceId ? `?service=${encodeURIComponent(serviceId)}` : ''}`); }} data-testid="new-window" /> : null}
      footer={mayChange && live.state !== 'failed' ? start : null}
    >
      <Reading live={live} label="Loading maintenance windows">
        {(all) => <Windows all={all} serviceId={serviceId} onShowAll={() => setSearch({})} />}
      </Reading>
      {starting ? <StartSheet serviceId={serviceId} onClose={() => setStarting(false)} /> : null}
    </Screen>
  );
}

function Windows({ all, serviceId, onShowAll }: { all: readonly MaintenanceWindow[]; serviceId: string | null; onShowAll: () => void }) {
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const now = useNow();
  const own = serviceId === null ? all : all.filter(({ serviceIds }) => serviceIds.length === 0 || serviceIds.includes(serviceId));
  const { on, next, over } = inTime(own, now);
  const name = everyService.find(({ id }) => id === serviceId)?.name ?? serviceId;
  return (
    <>
      {own.length === 0 ? (
        <Empty title="No maintenance planned" icon="maintenance">
          <p>While a window is on, {serviceId === null ? 'the services that it names' : name} can be worked on without waking anybody.</p>
        </Empty>
      ) : (
        <Stack>
          <Group title="On now" windows={on} services={everyService} />
          <Group title="To come" windows={next} services={everyService} />
          <Group title="Over" windows={over.slice(0, 20)} services={everyService} />
        </Stack>
      )}
      {serviceId === null ? null : <Stack><QuietAction onClick={onShowAll}>Show the windows of all services</QuietAction></Stack>}
    </>
  );
}

function Group({ title, windows, services: every }: { title: string; windows: readonly MaintenanceWindow[]; services: readonly { id: string; name: string }[] }) {
  const now = useNow();
  const zone = useZone();
  const current = useMatch('/maintenance/:windowId')?.params.windowId;
  if (windows.length === 0) return null;
  return (
    <Card flush title={title}>
      <Rows label={title}>
        {windows.map((window) => (
          <Row
            key={window.id} to={`/maintenance/${window.id}`} current={window.id === current} start={<Icon name="maintenance" />} title={window.name} data-testid="window-row"
            detail={<span className="tabular">{serviceNames(window.serviceIds, every)} · {windowWords(window, now, zone)}</span>}
          />
        ))}
      </Rows>
    </Card>
  );
}

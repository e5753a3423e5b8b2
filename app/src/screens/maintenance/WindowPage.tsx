import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { occurrenceAt } from '#domain/maintenance/occurrences';
import { windowWords } from '#domain/maintenance/words';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { maintenanceWindows } from '../../live/maintenance';
import { useZone } from '../../session/useZone';
import { Card, Empty, PrimaryAction, QuietAction, say, Screen, Stack, useNow } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { modes } from './modes';
import { runningAt, runningWords } from './running';
import { serviceNames } from './serviceNames';
import { testWords } from './testWords';
import './maintenance.css';

const back = { to: '/maintenance', label: 'Maintenance' };

/** One window: when it is on, what it covers, and how to end it. */
export default function WindowPage() {
  const { windowId = '' } = useParams();
  const live = useReadable('maintenanceWindows/{id}', maintenanceWindows);
  const window = known(live)?.find(({ id }) => id === windowId);
  const [isRemoved, setRemoved] = useState(false);
  const now = useNow();
  const mayChange = useMay('endMaintenanceWindow');
  const isOn = window !== undefined && occurrenceAt(window, now) !== null;
  return (
    <Screen title={window?.name ?? 'Maintenance'} back={back} footer={mayChange && isOn ? <EndNow window={window} /> : null}>
      <Reading live={live} label="Loading this window">
        {() => {
          if (window) return <Parts key={window.id} window={window} mayChange={mayChange} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No window by this address" icon="maintenance"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function EndNow({ window: { id, name } }: { window: MaintenanceWindow }) {
  const saving = useSaving();
  const end = async () => {
    if (await saving.save({ type: 'endMaintenanceWindow', windowId: id })) say(`${name} is over. Alerts page again within 30 s.`, 'good');
  };
  return (
    <>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <PrimaryAction busy={saving.busy} onClick={() => { void end(); }} data-testid="end-now">{saving.busy ? 'Ending' : 'End now'}</PrimaryAction>
    </>
  );
}

function Parts({ window, mayChange, onRemoved }: { window: MaintenanceWindow; mayChange: boolean; onRemoved: () => void }) {
  const { id, serviceIds, tests, mode, createdBy, time } = window;
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const navigate = useNavigate();
  const now = useNow();
  const zone = useZone();
  const [running] = runningAt([window], now);
  const does = modes.find(({ key }) => key === mode);
  return (
    <Stack>
      {running ? <p className="maintenance-line tabular" role="status">{runningWords(running, now, zone)}</p> : null}
      <Card title="About" action={mayChange ? <QuietAction onClick={() => { void navigate(`/maintenance/${id}/edit`); }} data-testid="edit">Edit</QuietAction> : null}>
        <Facts>
          <Fact name="When">{windowWords(window, now, zone)}</Fact>
          <Fact name="Services">{serviceNames(serviceIds, everyService)}</Fact>
          {tests.length > 0 ? <Fact name="Only alerts where">{tests.map(testWords).join(' and ')}</Fact> : null}
          <Fact name="New alerts">{does?.title}</Fact>
          <Fact name="Set up by">{createdBy.name}</Fact>
        </Facts>
        <p className="quiet small" style={{ marginTop: 12 }}>{does?.detail} {time.kind === 'once' ? '' : 'Ended by hand, it does not come back.'}</p>
      </Card>
      {mayChange ? <Removal window={window} isOn={running !== undefined} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change maintenance windows.</p>}
    </Stack>
  );
}

function Removal({ window: { id, name }, isOn, onRemoved }: { window: MaintenanceWindow; isOn: boolean; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removeMaintenanceWindow', windowId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/maintenance', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this window</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>{isOn ? 'It is on: from then on, new alerts page again.' : 'It has no further occurrences. What it kept from paging stays as it is.'}</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}

import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import { durationWords, whenWords } from '#domain/time/words';
import { services } from '../../live/configuration';
import { heartbeats } from '../../live/heartbeats';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, ConfirmSheet, Empty, QuietAction, say, Screen, SeverityMark, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { MaintenanceLine } from '../maintenance/MaintenanceLine';
import { HeartbeatMark } from './HeartbeatMark';
import { PingOnce } from './PingOnce';
import { useHeartbeatWords } from './useHeartbeatWords';

/** One heartbeat: whether it is on time, what it expects, its key. */
export default function HeartbeatPage() {
  const { heartbeatId = '' } = useParams();
  const live = useReadable('heartbeats/{id}', heartbeats);
  const heartbeat = known(live)?.find(({ id }) => id === heartbeatId);
  const [isRemoved, setRemoved] = useState(false);
  const [rotated, setRotated] = useState<{ key: string; pingedBefore: number | null } | null>(null);
  if (heartbeat && rotated) {
    const { id, name, periodSeconds } = heartbeat;
    return <PingOnce heartbeatId={id} name={name} pingKey={rotated.key} periodSeconds={periodSeconds} pingedBefore={rotated.pingedBefore} onDone={() => setRotated(null)} />;
  }
  return (
    <Screen title={heartbeat?.name ?? 'Heartbeat'} back={{ to: '/heartbeats', label: 'Heartbeats' }}>
      <Reading live={live} label="Loading this heartbeat">
        {() => {
          if (heartbeat) return <Parts key={heartbeat.id} heartbeat={heartbeat} onRotated={(key) => setRotated({ key, pingedBefore: heartbeat.lastPingAt })} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No heartbeat by this address" icon="heartbeat"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ heartbeat, onRotated, onRemoved }: { heartbeat: Heartbeat; onRotated: (key: string) => void; onRemoved: () => void }) {
  const { id, serviceId, periodSeconds, graceSeconds, severity, enabled, lastPingAt, lateCount, keyHint, state } = heartbeat;
  const mayChange = useMay('saveHeartbeat');
  const service = known(useReadable('services/{id}', services))?.find((each) => each.id === serviceId);
  const navigate = useNavigate();
  const now = useMinute();
  const zone = useZone();
  const words = useHeartbeatWords()(heartbeat);
  return (
    <Stack>
      <MaintenanceLine serviceId={serviceId} />
      <Card tone={enabled && state === 'late' ? 'danger' : 'plain'}>
        <p className="heartbeat-now tabular"><HeartbeatMark heartbeat={heartbeat} /><span>{words.charAt(0).toUpperCase() + words.slice(1)}.</span></p>
      </Card>
      <Card title="About" action={mayChange ? <QuietAction onClick={() => { void navigate(`/heartbeats/${id}/edit`); }} data-testid="edit">Edit</QuietAction> : null}>
        <Facts>
          <Fact name="Service"><Link to={`/services/${serviceId}`}>{service?.name ?? serviceId}</Link></Fact>
          <Fact name="A ping every">{durationWords(periodSeconds * 1_000)}</Fact>
          <Fact name="May be late by">{durationWords(graceSeconds * 1_000)}</Fact>
          <Fact name="Severity when late"><SeverityMark severity={severity} /></Fact>
          <Fact name="Last ping">{lastPingAt === null ? 'None yet' : whenWords(lastPingAt, now, zone)}</Fact>
          <Fact name="Was late">{lateCount === 0 ? 'Never' : lateCount === 1 ? 'Once' : `${lateCount} times`}</Fact>
        </Facts>
      </Card>
      {mayChange ? <Key heartbeat={heartbeat} keyHint={keyHint} onRotated={onRotated} /> : null}
      {mayChange ? <Removal heartbeat={heartbeat} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change heartbeats.</p>}
    </Stack>
  );
}

function Key({ heartbeat: { id, name }, keyHint, onRotated }: { heartbeat: Heartbeat; keyHint: string; onRotated: (key: string) => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const rotate = async () => {
    const answer = await saving.save({ type: 'rotateHeartbeatKey', heartbeatId: id });
    if (answer?.key !== undefined) onRotated(answer.key);
    else if (answer) saving.refuse(answer.message);
  };
  return (
    <Card title="Key">
      <p>A ping is a GET or POST to <span className="tabular heartbeat-url">{location.origin}/v1/heartbeats/…{keyHint}</span></p>
      <p className="quiet small">Rouse keeps only the hash of the key and cannot show it again.</p>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="configuration-actions" style={{ marginTop: 10 }}><QuietAction outlined disabled={saving.busy} onClick={() => setAsking(true)} data-testid="rotate">Make a new key</QuietAction></div>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title={`A new key for ${name}`} confirm="Make the new key" onConfirm={() => { void rotate(); }}>
        <p>The old key stops working at once. Until the job has the new one, its pings are refused and it will be late.</p>
      </ConfirmSheet>
    </Card>
  );
}

function Removal({ heartbeat: { id, name }, onRemoved }: { heartbeat: Heartbeat; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removeHeartbeat', heartbeatId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/heartbeats', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this heartbeat</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>Its pings are refused from then on, and nobody is paged when the job stops.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}

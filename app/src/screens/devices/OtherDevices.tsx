import { useState } from 'react';
import type { Contact, Device } from '#domain/people/person';
import { whenWords } from '#domain/time/words';
import { useCommands } from '../../commands/useCommands';
import { deviceId } from '../../device';
import type { Live } from '../../live/live';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, ConfirmSheet, Icon, QuietAction, Row, Rows, say, Skeleton, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { canRingWords, installedWords } from './deviceWords';

/** The person's other devices: which of them would ring, when they were last heard of, and how to take one off. */
export function OtherDevices({ live }: { live: Live<Contact | null> }) {
  const { act } = useCommands();
  const [removing, setRemoving] = useState<Device | null>(null);
  const others = known(live)?.devices.filter(({ id }) => id !== deviceId());
  const remove = async ({ id, name }: Device) => {
    const outcome = await act({ type: 'removeDevice', deviceId: id });
    if (outcome.state === 'answered') say(`${name} does not ring any more.`, 'good');
  };
  return (
    <Card flush title="Your other devices">
      {live.state === 'loading' ? <Skeleton rows={1} label="Loading your devices" /> : null}
      {live.state === 'failed' ? <p className="quiet" style={{ padding: '0 16px 14px' }}>{readFailures[live.reason].text}</p> : null}
      {others?.length === 0 ? <p className="quiet" style={{ padding: '0 16px 14px' }}>None. Sign in on your phone too: one flat battery should not be the end of a page.</p> : null}
      {others && others.length > 0 ? (
        <Rows label="Your other devices">{others.map((device) => <OtherDevice key={device.id} device={device} onRemove={() => setRemoving(device)} />)}</Rows>
      ) : null}
      <ConfirmSheet
        open={removing !== null} onClose={() => setRemoving(null)} title={`Remove ${removing?.name ?? 'this device'}`} confirm="Remove" tone="danger"
        onConfirm={() => { if (removing) void remove(removing); }}
      >
        <p>It stops ringing at once. It comes back by opening Rouse on it while signed in.</p>
      </ConfirmSheet>
    </Card>
  );
}

function OtherDevice({ device, onRemove }: { device: Device; onRemove: () => void }) {
  const zone = useZone();
  const now = useMinute();
  const receipt = device.lastReceiptAt === null ? 'no push received yet' : `last push ${whenWords(device.lastReceiptAt, now, zone)}`;
  return (
    <Row
      start={<Icon name="phone" />} title={device.name}
      detail={<span className="tabular">{canRingWords(device)}. Opened {whenWords(device.lastOpenedAt, now, zone)}, {receipt}. {installedWords(device)}.</span>}
      end={<QuietAction tone="danger" onClick={onRemove} aria-label={`Remove ${device.name}`}>Remove</QuietAction>}
    />
  );
}

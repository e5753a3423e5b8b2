import { isIosWeb } from '#domain/deviceHealth/deviceHealth';
import type { Device } from '#domain/people/person';
import { whenWords } from '#domain/time/words';
import { deviceId } from '../../device';
import { useZone } from '../../session/useZone';
import { Card, Icon, QuietAction, Row, Rows, useMinute } from '../../ui';
import { canRingWords, installedWords } from '../devices/deviceWords';
import { TestLine } from './TestLine';
import { useChannelTest } from './useChannelTest';

/** The devices that a push goes to, this one first, each with how it is; and a test to all of them. */
export function DevicesPart({ devices }: { devices: readonly Device[] }) {
  const test = useChannelTest('push', null);
  const mine = deviceId();
  const inOrder = [...devices].sort((a, b) => Number(b.id === mine) - Number(a.id === mine) || b.lastOpenedAt - a.lastOpenedAt);
  const counted = devices.filter((device) => device.permission === 'granted' && device.pushToken !== null);
  const iosAlone = counted.length > 0 && counted.every(isIosWeb);
  return (
    <Card flush title="Devices">
      <Rows label="Devices">
        {inOrder.map((device) => <OneDevice key={device.id} device={device} isMine={device.id === mine} />)}
        {devices.length === 0 ? <Row start={<Icon name="phone" />} title="No device yet" detail="Open Rouse on your phone and sign in." /> : null}
        <Row to="/devices" title="Set up this device" detail="Permission, sound, installing" />
        <Row to="/devices/move" title="Move to a new phone" detail="It signs in by a code to scan" data-testid="move-in" />
      </Rows>
      <div className="contact-foot">
        {iosAlone ? <p className="contact-warning"><Icon name="warning" size={18} /><span>Web push on an iPhone alone does not count: it can go silent without a word. Add a phone number or another device.</span></p> : null}
        <div className="contact-actions"><QuietAction outlined icon="bell" disabled={test.busy || devices.length === 0} onClick={test.run} data-testid="test-push">Test push</QuietAction></div>
        <TestLine words={test.words} />
      </div>
    </Card>
  );
}

function OneDevice({ device, isMine }: { device: Device; isMine: boolean }) {
  const zone = useZone();
  const now = useMinute();
  const { name, lastOpenedAt, lastReceiptAt } = device;
  const facts = [
    `Opened ${whenWords(lastOpenedAt, now, zone)}`, lastReceiptAt === null ? 'no push received yet' : `last push ${whenWords(lastReceiptAt, now, zone)}`,
  ];
  return (
    <Row
      start={<Icon name="phone" />} title={<>{name}{isMine ? <span className="contact-mark">this one</span> : null}</>}
      detail={<span className="tabular">{canRingWords(device)}. {facts.join(', ')}. {installedWords(device)}.</span>}
    />
  );
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Device } from '#domain/people/person';
import { whenWords } from '#domain/time/words';
import { deviceWord, readSystem, sound } from '../../device';
import type { Platform, System, useRinging } from '../../device';
import { useZone } from '../../session/useZone';
import { Card, Icon, useMinute } from '../../ui';
import { Fact, Facts } from './Facts';
import { lockScreenWords, subscriptionWords } from './systemWords';

const tones = { ready: 'good', localOnly: 'plain', checking: 'plain', needsPermission: 'danger', denied: 'danger', unsupported: 'danger' } as const;

/** The device in the hand: the verdict first, then what it rests on. */
export function ThisDevice({ ringing, platform, registered, failed }: {
  ringing: ReturnType<typeof useRinging>; platform: Platform; registered: Device | undefined; failed: boolean;
}) {
  const [system, setSystem] = useState<System | null>(null);
  useEffect(() => {
    let left = false;
    void readSystem().then((found) => { if (!left) setSystem(found); });
    return () => { left = true; };
  }, [ringing.state, registered?.pushToken]);
  const soundAllowed = useSyncExternalStore(sound.subscribe, sound.allowed);
  const zone = useZone();
  const now = useMinute();
  const word = deviceWord(platform);
  const broken = tones[ringing.state] === 'danger';
  const receipt = registered?.lastReceiptAt ?? null;
  return (
    <Card title={`This ${word}`} tone={tones[ringing.state]}>
      <p className={`devices-verdict${broken ? ' devices-verdict-broken' : ''}`} role={broken ? 'alert' : 'status'}>
        <Icon name={broken ? 'silence' : ringing.state === 'ready' ? 'check' : 'bell'} /><span>{ringing.sentence}</span>
      </p>
      <Facts>
        <Fact name="Notifications">{permissionWords[ringing.state]}</Fact>
        <Fact name="Push subscription"><span data-testid="subscription">{subscriptionWords(system, registered !== undefined && registered.pushToken !== null, ringing.state === 'localOnly')}</span></Fact>
        <Fact name="Sound">{soundAllowed ? 'Allowed while Rouse is open' : 'Allowed at your first touch after opening Rouse'}</Fact>
        <Fact name="Registered">{registered ? `As ${registered.name}` : failed ? 'Rouse could not be reached' : 'Not yet'}</Fact>
        <Fact name="Last push received">{receipt === null ? 'None yet' : whenWords(receipt, now, zone)}</Fact>
        <Fact name="Installed">{platform.installed ? 'Yes, as an app of its own' : 'No, it runs in a tab of the browser'}</Fact>
        {system === null ? null : <Fact name="Lock screen">{lockScreenWords(system)}</Fact>}
        {system === null ? null : <Fact name="Number on the icon">{system.badge ? (platform.installed ? 'Shows how many page you' : 'Once Rouse is installed') : 'Not on this system'}</Fact>}
        <Fact name="Do-not-disturb">No app can see it</Fact>
      </Facts>
    </Card>
  );
}

const permissionWords = {
  ready: 'Allowed', localOnly: 'Allowed', checking: 'Looking', needsPermission: 'Not asked yet', denied: 'Blocked', unsupported: 'See above',
} as const;

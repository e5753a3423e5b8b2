import { useState } from 'react';
import { askToRing, deviceId, thisPlatform, unlockSound, useRinging } from '../../device';
import { contact } from '../../live/people';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Icon, PrimaryAction, Row, Rows, Screen, Stack } from '../../ui';
import { InstallHelp } from './InstallHelp';
import { OtherDevices } from './OtherDevices';
import { PermissionHelp } from './PermissionHelp';
import { SystemHelp } from './SystemHelp';
import { TestPage } from './TestPage';
import { ThisDevice } from './ThisDevice';
import { useTestPage } from './useTestPage';
import './devices.css';

/** Whether this device and the person's others can ring, what is in the way, and the proof. */
export default function Devices() {
  const { role } = usePerson();
  return role === 'stakeholder' ? <Unpaged /> : <Ringing />;
}

/** A stakeholder's devices are known, so that one that was lost can be taken off; none of them has to ring. */
function Unpaged() {
  const { userId } = usePerson();
  return (
    <Screen title="Devices" back={{ to: '/more', label: 'More' }}>
      <Stack>
        <Card><p>Stakeholders are never paged, so no device of yours has to ring.</p></Card>
        <OtherDevices live={useLive(contact(userId))} />
      </Stack>
    </Screen>
  );
}

function Ringing() {
  const { userId } = usePerson();
  const ringing = useRinging();
  const platform = thisPlatform();
  const live = useLive(contact(userId));
  const mine = known(live)?.devices.find(({ id }) => id === deviceId());
  const test = useTestPage();
  const [asking, setAsking] = useState(false);
  const allow = async () => {
    setAsking(true);
    await unlockSound();
    await askToRing();
    setAsking(false);
  };
  const footer = ringing.state === 'needsPermission'
    ? <PrimaryAction icon="bell" busy={asking} onClick={() => { void allow(); }} data-testid="allow">Allow notifications and sound</PrimaryAction>
    : <PrimaryAction icon="bell" busy={test.state === 'asking'} disabled={ringing.state === 'checking'} onClick={test.send} data-testid="test-page">Send a test page to me</PrimaryAction>;
  return (
    <Screen title="Devices" back={{ to: '/more', label: 'More' }} footer={footer}>
      <Stack>
        <ThisDevice ringing={ringing} platform={platform} registered={mine} failed={live.state === 'failed'} />
        {ringing.state === 'denied' ? <PermissionHelp platform={platform} /> : null}
        <TestPage test={test} />
        {platform.installed ? null : <InstallHelp platform={platform} />}
        <SystemHelp platform={platform} />
        <OtherDevices live={live} />
        <Card flush>
          <Rows label="More about your devices">
            <Row to="/devices/move" start={<Icon name="phone" />} title="Move to a new phone" detail="It signs in by a code to scan" />
            <Row to="/contact" start={<Icon name="bell" />} title="How you are reached" detail="Numbers, rules, quiet hours" />
          </Rows>
        </Card>
      </Stack>
    </Screen>
  );
}

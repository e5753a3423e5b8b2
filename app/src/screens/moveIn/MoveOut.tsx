import { useState } from 'react';
import { MINUTE } from '#domain/time/instant';
import { usePerson } from '../../session/useSession';
import { Card, PrimaryAction, Remaining, Screen, Stack, useNow } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { useSaving } from '../configuration/useSaving';
import { QrCode } from './QrCode';
import '../devices/devices.css';
import './move-in.css';

/** How long a code is good, in ms: the server's own limit. */
const LIFE = 5 * MINUTE;

/** On the old phone: a code that signs the new one in. It is made when it is asked for, because it runs out. */
export default function MoveOut() {
  const { name } = usePerson();
  const saving = useSaving();
  const [made, setMade] = useState<{ link: string; until: number } | null>(null);
  const now = useNow();
  const isOver = made !== null && made.until <= now;
  const make = async () => {
    // The life of a code begins at the server, no earlier than now.
    const asked = Date.now();
    const answer = await saving.save({ type: 'createMoveIn' });
    if (answer?.link !== undefined) setMade({ link: new URL(answer.link, location.origin).href, until: asked + LIFE });
  };
  const footer = made === null || isOver
    ? <PrimaryAction icon="phone" busy={saving.busy} onClick={() => { void make(); }} data-testid="make-code">{isOver ? 'Make a new code' : 'Make the code'}</PrimaryAction>
    : null;
  return (
    <Screen title="Move to a new phone" back={{ to: '/devices', label: 'Devices' }} footer={footer}>
      <Stack>
        {saving.problem ? <Card tone="danger"><p role="alert">{saving.problem}</p></Card> : null}
        {made === null || isOver ? (
          <Card title={isOver ? 'The code has run out' : 'On the new phone'}>
            <ol className="devices-steps">
              <li><span>An iPhone first: open Rouse in Safari, Share, Add to Home Screen. It rings only from there.</span></li>
              <li><span>Make the code here, then scan it with the new phone’s camera. On the Home Screen’s Rouse, choose “Sign in by a code” and paste the link.</span></li>
              <li><span>It asks whether you are {name}, signs in, and leads you through its permissions.</span></li>
            </ol>
          </Card>
        ) : (
          <Card title="Scan this with the new phone">
            <div className="move-in">
              <QrCode text={made.link} label="A code that signs your new phone in" />
              <p className="move-in-left tabular" role="timer">Good once, for <Remaining at={made.until} />.</p>
              <CopyText label="Or open this there" what="the link" text={made.link} testid="move-in-link" />
            </div>
          </Card>
        )}
        <p className="quiet small">Whoever scans it is signed in as you. Nobody else needs to see it. This phone stays signed in: take it off under Devices once the new one rings.</p>
      </Stack>
    </Screen>
  );
}

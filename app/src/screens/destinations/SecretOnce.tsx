import { useState } from 'react';
import { Card, PrimaryAction, Screen, Stack } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { VerifyCard } from './VerifyCard';

/** A webhook's signing secret, shown this once, and what to do with it. */
export function SecretOnce({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Screen
      title={`The secret of ${name}`} back={{ to: '/destinations', label: 'Destinations' }}
      footer={(
        <PrimaryAction tone={copied ? 'plain' : 'accent'} onClick={() => { if (copied) onDone(); else setCopied(true); }} data-testid="secret-copied">
          {copied ? 'Done' : 'I have copied it'}
        </PrimaryAction>
      )}
    >
      <Stack>
        <Card tone="warning"><p>The secret is shown only now. If it gets lost, remove this destination and make it again.</p></Card>
        <Card><CopyText label="Signing secret" what="the secret" text={secret} testid="destination-secret" /></Card>
        <VerifyCard />
      </Stack>
    </Screen>
  );
}

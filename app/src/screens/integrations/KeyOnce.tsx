import { useState } from 'react';
import type { Source } from '#domain/ingest/parsed';
import { Card, PrimaryAction, Screen, Stack } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { ConnectWords } from './ConnectWords';
import { FirstEvent } from './FirstEvent';
import { addressOf } from './tools';

/** A new key, shown this once, with all that is needed to put it into the tool, and whether the tool has reported since `since` (ms since epoch). */
export function KeyOnce({ title, back, integrationId, tool, keyShown, since, onDone }: {
  title: string; back: { to: string; label: string }; integrationId: string; tool: Source; keyShown: string; since: number; onDone: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const address = addressOf(tool.name, keyShown, location.origin);
  return (
    <Screen
      title={title} back={back}
      footer={(
        <>
          <FirstEvent integrationId={integrationId} since={since} />
          <PrimaryAction tone={copied ? 'plain' : 'accent'} onClick={() => { if (copied) onDone(); else setCopied(true); }} data-testid="key-copied">
            {copied ? 'Done' : 'I have copied it'}
          </PrimaryAction>
        </>
      )}
    >
      <Stack>
        <Card tone="warning"><p>The key is shown only now. It is in the URL: whoever has it can page you. If it gets lost, make a new one.</p></Card>
        <Card><CopyText label="URL" what="the URL" text={address.url} testid="hook-url" /></Card>
        <Card title="Step by step"><ConnectWords tool={tool} address={address} /></Card>
      </Stack>
    </Screen>
  );
}

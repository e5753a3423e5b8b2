import { useState } from 'react';
import type { Source } from '#domain/ingest/parsed';
import { Card, PrimaryAction, Stack } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { ConnectWords } from './ConnectWords';
import { FirstEvent } from './FirstEvent';
import { addressOf } from './tools';

/** A new key, shown this once, with all that is needed to put it into the tool, and whether the tool has reported since `since` (ms since epoch). */
export function KeyOnce({ integrationId, tool, keyShown, since, onDone }: { integrationId: string; tool: Source; keyShown: string; since: number; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const address = addressOf(tool.name, keyShown, location.origin);
  return (
    <Stack>
      <Card tone="warning">
        <p>The key is shown only now. It is in the URL: whoever has it can page you. If it gets lost, make a new one.</p>
      </Card>
      <Card>
        <CopyText label="URL" what="the URL" text={address.url} testid="hook-url" />
      </Card>
      <Card title={`In ${tool.label}`}><ConnectWords tool={tool} address={address} /></Card>
      <FirstEvent integrationId={integrationId} since={since} />
      {copied ? <p className="quiet small">You can leave this screen. The first event is also shown with the integration.</p> : null}
      <PrimaryAction tone={copied ? 'plain' : 'accent'} onClick={() => { if (copied) onDone(); else setCopied(true); }} data-testid="key-copied">
        {copied ? 'Done' : 'I have copied it'}
      </PrimaryAction>
    </Stack>
  );
}

import { useState } from 'react';
import { durationWords } from '#domain/time/words';
import { heartbeats } from '../../live/heartbeats';
import { known } from '../../live/live';
import { Card, Icon, PrimaryAction, Screen, Stack } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { useReadable } from '../configuration/useReadable';
import '../integrations/integrations.css';
import { cronTime } from './units';

/** The key of a heartbeat, shown this once, ready to be put into the job; and whether it has been pinged since. */
export function PingOnce({ heartbeatId, name, pingKey, periodSeconds, pingedBefore, onDone }: {
  heartbeatId: string; name: string; pingKey: string; periodSeconds: number;
  /** Its last ping before this key was made (ms since epoch); null: it never had one. */
  pingedBefore: number | null;
  onDone: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const heartbeat = known(useReadable('heartbeats/{id}', heartbeats))?.find(({ id }) => id === heartbeatId);
  const isHeard = heartbeat !== undefined && (heartbeat.lastPingAt ?? 0) > (pingedBefore ?? 0);
  const ping = `curl -fsS ${location.origin}/v1/heartbeats/${pingKey}`;
  const time = cronTime(periodSeconds);
  return (
    <Screen
      title={`Key of ${name}`} back={{ to: '/heartbeats', label: 'Heartbeats' }}
      footer={(
        <>
          <div className="first-event-box" role="status" data-testid="first-ping">
            {isHeard
              ? <p className="first-event first-event-heard"><Icon name="check" /><span>The first ping has arrived. From now on, a missing one pages.</span></p>
              : <p className="first-event"><span className="first-event-dot" aria-hidden="true" /><span>Waiting for the first ping. Nothing is late before it.</span></p>}
          </div>
          <PrimaryAction tone={copied ? 'plain' : 'accent'} data-testid="key-copied" onClick={() => { if (copied) onDone(); else setCopied(true); }}>
            {copied ? 'Done' : 'I have copied it'}
          </PrimaryAction>
        </>
      )}
    >
      <Stack>
        <Card tone="warning"><p>The key is shown only now. Whoever has it can say that the job runs. If it gets lost, make a new one.</p></Card>
        <Card><CopyText label="At the end of the job" what="the command" text={ping} testid="ping-command" /></Card>
        <Card>
          <CopyText
            label={time === null ? 'In a crontab' : `In a crontab, ${durationWords(periodSeconds * 1_000) === '1 d' ? 'once a day' : `every ${durationWords(periodSeconds * 1_000)}`}`}
            what="the line" text={`${time ?? '0 3 * * *'} /usr/local/bin/backup && ${ping} > /dev/null`} testid="crontab"
          />
          <p className="quiet small" style={{ marginTop: 8 }}>With && the ping is sent only if the job succeeded. Any GET or POST to the URL is a ping.</p>
        </Card>
      </Stack>
    </Screen>
  );
}

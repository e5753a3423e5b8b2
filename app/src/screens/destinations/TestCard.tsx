import { useState } from 'react';
import type { Destination } from '#domain/destination/destination';
import { notification } from '../../live/destinations';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card, QuietAction } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { testWords } from './testWords';
import './destinations.css';

/** Sends a test message and says what became of it. */
export function TestCard({ destination: { id, host } }: { destination: Destination }) {
  const saving = useSaving();
  const [sent, setSent] = useState<{ id: string | undefined; message: string } | null>(null);
  const followed = known(useLive(sent?.id === undefined ? null : notification(sent.id)));
  const test = async () => {
    setSent(null);
    const answer = await saving.save({ type: 'testDestination', destinationId: id });
    if (answer) setSent({ id: answer.notificationId, message: answer.message });
  };
  const result = followed ? testWords(followed, host) : null;
  return (
    <Card title="Does a message arrive?" tone={result?.arrived ? 'good' : result?.over ? 'danger' : 'plain'}>
      <div className="configuration-column">
        <QuietAction outlined disabled={saving.busy || (result !== null && !result.over)} onClick={() => { void test(); }} data-testid="test-destination">{saving.busy ? 'Sending' : 'Send a test message'}</QuietAction>
        <p className="destination-result" role="status" data-testid="test-result">{sent === null ? '' : (result?.text ?? sent.message)}</p>
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      </div>
    </Card>
  );
}

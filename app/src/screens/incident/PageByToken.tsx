import { useEffect, useState } from 'react';
import { acknowledgeByToken, lookAtPage } from '../../commands/byToken';
import type { PageLook, TokenOutcome } from '../../commands/byToken';
import { PrimaryAction, Screen, Skeleton } from '../../ui';
import './page-by-token.css';

/**
 * The page that was tapped, before there is a session or any reading: what it says, and Acknowledge. It gives way to the
 * whole incident as soon as that has been read, and is all there is for somebody whose session has run out.
 */
export default function PageByToken({ token, incidentId, signedOut }: { token: string; incidentId: string; signedOut: boolean }) {
  const [look, setLook] = useState<PageLook | 'asking' | null>('asking');
  const [outcome, setOutcome] = useState<TokenOutcome | 'sending' | null>(null);
  useEffect(() => {
    let left = false;
    void lookAtPage(token).then((answer) => { if (!left) setLook(answer); });
    return () => { left = true; };
  }, [token]);
  const acknowledge = async () => {
    setOutcome('sending');
    setOutcome(await acknowledgeByToken(token));
  };
  const settled = outcome !== null && outcome !== 'sending' ? outcome : null;
  const over = settled?.state === 'done' || settled?.state === 'ended' || settled?.state === 'refused' || (look !== 'asking' && look?.state === 'ended');
  return (
    <Screen
      title={incidentId} code
      footer={over ? null : <PrimaryAction guarded icon="check" busy={outcome === 'sending'} onClick={() => { void acknowledge(); }} data-testid="primary-action">Acknowledge</PrimaryAction>}
    >
      {look === 'asking' ? <Skeleton rows={2} label="Loading the page" /> : (
        <section className="page-by-token">
          <h2>{look?.title ?? 'You are being paged'}</h2>
          <p>{look?.body ?? 'What for could not be read. Acknowledge works without it.'}</p>
        </section>
      )}
      {settled ? <p className={`page-by-token page-by-token-${settled.state}`} role={settled.state === 'unanswered' ? 'alert' : 'status'} data-testid="incident-status">{settled.message}</p> : null}
      {signedOut ? <p className="page-by-token quiet">You are signed out on this device. <a href="/sign-in">Sign in</a> to see the whole incident.</p> : null}
    </Screen>
  );
}

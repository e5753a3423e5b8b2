import { lazy, Suspense, useEffect, useRef } from 'react';
import type { PageView } from '#domain/notification/pageView';
import { clockTime } from '#domain/time/words';
import { tokenActs, useTokenAct } from '../../commands/tokenActsOfApp';
import { useZone } from '../../session/useZone';
import { Card, Elapsed, Icon, PrimaryAction, Screen, SeverityMark, Skeleton, Stack, StatusWord, useNow } from '../../ui';
import { CodeBlock } from '../runbooks/CodeBlock';
import { putAside } from '../alarm/aside';
import { CallByPhone } from './CallByPhone';
import { ringingWords, stillPaged } from './page/pageWords';
import { UnsentSpot } from './page/UnsentSpot';
import { usePage } from './page/usePage';
import type { KnownPage } from './page/usePage';
import './incident-head.css';
import './page-by-token.css';

const Markdown = lazy(() => import('../runbooks/Markdown'));

/**
 * The page that was tapped, before there is a session or any reading: drawn from what came with it, refreshed behind, with Acknowledge where the whole incident has it
 * too. It gives way to that as soon as it has been read, and is all there is for somebody whose session has run out.
 */
export default function PageByToken({ token, incidentId, signedOut }: { token: string; incidentId: string; signedOut: boolean }) {
  const known = usePage(token, incidentId);
  const { look } = known;
  // Whoever opened this page has taken notice of it: the alarm rings again only for a newer one. By the server's clock alone.
  const answeredAt = look?.page?.answeredAt ?? null;
  const noticed = useRef(false);
  useEffect(() => {
    // Once: what is known later by itself is not what somebody opened.
    if (answeredAt === null || noticed.current) return;
    noticed.current = true;
    putAside(incidentId, [{ createdAt: answeredAt }]);
  }, [incidentId, answeredAt]);
  return (
    <Screen title={incidentId} code {...(signedOut ? {} : { back: { to: '/incidents', label: 'All incidents' } })} footer={<Spot known={known} incidentId={incidentId} />}>
      {look?.page ? <Seen view={look.page} known={known} ended={look.state === 'ended'} /> : look === null && !known.asked ? <Skeleton rows={3} label="Loading the page" /> : (
        <section className="page-by-token">
          <h2>{look?.title ?? 'You are being paged'}</h2>
          <p>{look?.body ?? 'What for could not be read. Acknowledge works without it.'}</p>
        </section>
      )}
      <Settled incidentId={incidentId} />
      {signedOut ? <p className="page-by-token quiet">You are signed out on this device. <a href="/sign-in">Sign in</a> to see the whole incident.</p> : null}
      {look?.page ? <Helps view={look.page} /> : null}
    </Screen>
  );
}

/** What is wrong, for how long, whose it is, what happens next: laid out as the whole incident's head, so that nothing jumps when that takes its place. */
function Seen({ view, known, ended }: { view: PageView; known: KnownPage; ended: boolean }) {
  const now = useNow();
  const zone = useZone();
  const rings = !ended && view.status === 'triggered';
  return (
    <header className={`incident-head${rings ? ' incident-head-mine' : ''}`}>
      <p className="incident-head-line"><SeverityMark severity={view.severity} /><span className="incident-head-service">{view.serviceName}</span><StatusWord status={view.status} /></p>
      <h2>{view.title}</h2>
      <p className="incident-head-elapsed">
        <span className="visually-hidden">For </span><Elapsed since={view.triggeredAt} />
        <span className="incident-head-alerts">{view.alertsFiring === 0 ? 'no alert firing' : `${view.alertsFiring} ${view.alertsFiring === 1 ? 'alert' : 'alerts'} firing`}</span>
      </p>
      <p className="incident-head-status tabular" data-testid="page-status" data-status={view.status}>{rings ? ringingWords(view, now) : ended && known.look ? known.look.body : view.statusLine}</p>
      {view.why ? <p className="page-by-token-why">{view.why}</p> : null}
      {known.isFresh ? null : <p className="page-by-token-why" data-testid="page-known-at">As known at <span className="tabular">{clockTime(known.knownAt, zone)}</span>.</p>}
    </header>
  );
}

/** What became of the acknowledge. */
function Settled({ incidentId }: { incidentId: string }) {
  const act = useTokenAct(incidentId);
  const zone = useZone();
  if (act === null || !('settledAt' in act)) return null;
  return (
    <p className={`page-by-token page-by-token-${act.state}`} role="status" data-testid="incident-status">
      {act.late && act.state === 'done' ? <>Sent at <span className="tabular">{clockTime(act.settledAt, zone)}</span>. </> : null}{act.message}
    </p>
  );
}

function Spot({ known: { look, page }, incidentId }: { known: KnownPage; incidentId: string }) {
  const act = useTokenAct(incidentId);
  const view = look?.page ?? null;
  const verb = view?.kind === 'request' || (view === null && page.kind === 'request') ? 'Accept' : 'Acknowledge';
  if (act?.state === 'waiting') {
    const sms = view !== null && view.smsCode !== null && view.smsNumber !== null ? { number: view.smsNumber, reply: String(view.smsCode) } : null;
    return <UnsentSpot what={verb === 'Accept' ? 'Your answer' : 'Your acknowledge'} meanwhile={stillPaged(view?.next ?? null)} ways={{ sms, call: view?.callNumbers[0] ?? null }} onRetry={tokenActs.retry} />;
  }
  if ((act !== null && act.state !== 'sending') || look?.state === 'ended') return null;
  return (
    <PrimaryAction guarded icon="check" busy={act?.state === 'sending'} onClick={() => { void tokenActs.acknowledge(incidentId, page); }} data-testid="primary-action">{verb}</PrimaryAction>
  );
}

/** What helps without the rest of the app: the first step, the runbook, where people meet, whom to call. */
function Helps({ view: { runbook, room, callNumbers } }: { view: PageView }) {
  return (
    <Stack>
      {runbook?.firstStep ? (
        <Card title="First step">
          <p>{runbook.firstStep}</p>
          {runbook.firstCommand === null ? null : <CodeBlock {...runbook.firstCommand} />}
        </Card>
      ) : null}
      {room ? (
        <Card title={room.name}>
          {room.url ? <a className="action action-quiet action-quiet-accent page-by-token-way" href={room.url} target="_blank" rel="noopener noreferrer"><Icon name="open" size={20} /><span>Join the call</span></a> : null}
          {room.dial ? <a className="action action-quiet action-quiet-accent page-by-token-way" href={room.dial}><Icon name="phone" size={20} /><span>Dial in</span></a> : null}
        </Card>
      ) : null}
      {callNumbers.length > 0 ? <Card title="Call somebody"><div className="page-by-token-calls">{callNumbers.map((each) => <CallByPhone key={each.number} {...each} quiet />)}</div></Card> : null}
      {runbook && runbook.markdown !== '' ? (
        <details className="page-by-token-runbook">
          <summary>The whole runbook: {runbook.title}</summary>
          <Suspense fallback={<Skeleton rows={3} />}><article className="runbook" aria-label={runbook.title}><Markdown text={runbook.markdown} /></article></Suspense>
        </details>
      ) : null}
    </Stack>
  );
}

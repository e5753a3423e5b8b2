import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { DryRun } from '#domain/routing/evidence';
import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, Elapsed, QuietAction, useMinute } from '../../ui';
import type { DryRunState } from './useDryRun';
import './evidence.css';

/** What these rules would have done in the last 90 days, beside what the saved ones did. */
export function Evidence({ evidence: { run, shown, isCurrent }, problems, changed }: { evidence: DryRunState; problems: number; changed: boolean }) {
  const card = useRef<HTMLDivElement>(null);
  // Asked for from the foot of the screen, it may be out of sight.
  useEffect(() => { if (shown.state === 'running') card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }); }, [shown.state]);
  return (
    <div ref={card} data-testid="evidence">
      <Card title="Evidence">
        {shown.state === 'none' ? <p className="quiet">Decides the events of the last 90 days by {changed ? 'these rules, beside the saved ones' : 'the saved rules'}. It changes nothing.</p> : null}
        {shown.state === 'running' ? (
          <div role="status">
            <p>Deciding the events of 90 days again. <span aria-hidden="true"><Elapsed since={shown.since} /></span></p>
            <div className="evidence-bar" aria-hidden="true"><i /></div>
          </div>
        ) : null}
        {shown.state === 'failed' ? <p role="alert">{shown.sentence}</p> : null}
        {shown.state === 'done' ? <Found dryRun={shown.dryRun} stale={!isCurrent} /> : null}
        {shown.state === 'running' || isCurrent ? null : (
          <div className="evidence-action">
            <QuietAction outlined disabled={problems > 0} onClick={run} data-testid="dry-run">{shown.state === 'none' ? 'Look at the last 90 days' : 'Look again'}</QuietAction>
            {problems > 0 ? <p className="quiet small">First mend what is marked.</p> : null}
          </div>
        )}
      </Card>
    </div>
  );
}

function Found({ dryRun: { sentence, events, alerts, fromAt, untilAt, cut, before, after, realIncidents, delayed, missed }, stale }: { dryRun: DryRun; stale: boolean }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const rows = [
    ['Incidents', before.incidents, after.incidents], ['Pages', before.pages, after.pages],
    ['Pages at night', before.nightPages, after.nightPages], ['Suppressed alerts', before.suppressed, after.suppressed],
  ] as const;
  return (
    <div className={stale ? 'evidence-stale' : undefined}>
      {stale ? <p className="evidence-note">The rules have changed since.</p> : null}
      <p className="evidence-sentence" role="status" data-testid="evidence-sentence">{sentence}</p>
      <table className="evidence-table tabular">
        <thead><tr><td /><th scope="col">Saved</th><th scope="col">These</th></tr></thead>
        <tbody>{rows.map(([name, was, is]) => <tr key={name}><th scope="row">{name}</th><td>{was}</td><td className={was === is ? undefined : 'evidence-changed'}>{is}</td></tr>)}</tbody>
      </table>
      <Harmed title="Missed" all={missed.map((each) => ({ ...each, words: 'nobody would have been paged' }))} />
      <Harmed title="Delayed" all={delayed.map((each) => ({ ...each, words: `paged ${durationWords(each.seconds * 1000)} later` }))} />
      <p className="quiet small tabular">
        {events.toLocaleString('en')} events with {alerts.toLocaleString('en')} alerts{fromAt !== null && untilAt !== null ? `, ${whenWords(fromAt, now, timeZone)} to ${whenWords(untilAt, now, timeZone)}` : ''}. An
        incident is real when somebody took it or worked on it: {realIncidents === 0 ? 'none was' : realIncidents === 1 ? 'one was' : `${realIncidents} were`}.
        {cut ? ' There were more events than were looked at: the newest count.' : ''}
      </p>
    </div>
  );
}

function Harmed({ title, all }: { title: string; all: readonly { incidentId: string; title: string; words: string }[] }) {
  if (all.length === 0) return null;
  return (
    <section className="evidence-harmed" aria-label={`${title} incidents`}>
      <h3>{title}</h3>
      <ul>{all.map(({ incidentId, title: what, words }) => <li key={incidentId}><Link to={`/incidents/${incidentId}`}>{what}</Link> <span className="quiet small">{incidentId} · {words}</span></li>)}</ul>
    </section>
  );
}

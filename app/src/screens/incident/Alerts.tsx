import type { Alert } from '#domain/incident/alert';
import type { Incident } from '#domain/incident/incident';
import { known } from '../../live/live';
import type { Live } from '../../live/live';
import { Card, Elapsed, SeverityMark, Skeleton } from '../../ui';
import { OutLink } from './OutLink';
import './alerts.css';

/** What fires: worst news first, each with its labels and the source's links. */
export function Alerts({ live, counts }: { live: Live<Alert[]>; counts: Incident['alertCounts'] }) {
  const alerts = known(live);
  if (live.state === 'loading') return <Card title="Alerts"><Skeleton rows={2} label="Loading alerts" /></Card>;
  if (!alerts) return <Card title="Alerts"><p className="quiet">The alerts could not be read. The count is {counts.firing} firing of {counts.total}.</p></Card>;
  if (alerts.length === 0) return null;
  const firing = alerts.filter(({ status }) => status !== 'resolved');
  const ended = alerts.length - firing.length;
  return (
    <Card title={`Alerts · ${counts.firing} firing of ${counts.total}`} flush>
      <ul className="alerts">{firing.map((alert) => <li key={alert.id}><OneAlert alert={alert} /></li>)}</ul>
      {ended > 0 ? (
        <details className="alerts-ended">
          <summary>{ended} resolved</summary>
          <ul className="alerts">{alerts.filter(({ status }) => status === 'resolved').map((alert) => <li key={alert.id}><OneAlert alert={alert} /></li>)}</ul>
        </details>
      ) : null}
    </Card>
  );
}

function OneAlert({ alert }: { alert: Alert }) {
  const labels = Object.entries(alert.labels);
  return (
    <>
      <p className="alerts-title"><SeverityMark severity={alert.severity} word={false} /><span>{alert.title}</span></p>
      <p className="quiet small tabular">
        {alert.status === 'resolved' ? 'Resolved' : <>Since <Elapsed since={alert.firstSeenAt} whole /></>}{alert.count > 1 ? ` · reported ${alert.count} times` : ''}
      </p>
      {alert.description ? <p className="alerts-words">{alert.description}</p> : null}
      {labels.length > 0 ? (
        <details>
          <summary>{labels.length} {labels.length === 1 ? 'label' : 'labels'}</summary>
          <dl className="alerts-labels">{labels.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        </details>
      ) : null}
      {alert.links.length > 0 ? (
        <p className="alerts-links">{alert.links.map(({ href, text }) => <OutLink key={href} href={href} text={text} size={16} />)}</p>
      ) : null}
    </>
  );
}

import { DAY } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';
import { changesOf } from '../../live/changes';
import { openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, Elapsed, Icon, Row, Rows, SeverityMark, StatusWord, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { useReadable } from '../configuration/useReadable';
import { labelOf } from '../integrations/tools';
import '../incident/changed.css';

/** The incidents of a service that are not over. Nothing where there are none. */
export function OpenIncidents({ serviceId }: { serviceId: string }) {
  const open = (known(useReadable('incidents/{id}', openIncidents)) ?? []).filter((incident) => incident.serviceId === serviceId);
  if (open.length === 0) return null;
  return (
    <Card flush title="Open now">
      <Rows label="Open incidents">
        {open.map(({ id, title, severity, status, clocks }) => (
          <Row
            key={id} to={`/incidents/${id}`} start={<SeverityMark severity={severity} />} title={title}
            detail={<><StatusWord status={status} /> · <Elapsed since={clocks.triggeredAt} whole /></>}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** Deployments and other changes of the last 24 h, as tools reported them. */
export function RecentChanges({ serviceId }: { serviceId: string }) {
  const live = useReadable('changes/{id}', changesOf(serviceId));
  const now = useMinute();
  const zone = useZone();
  // A tool's clock may be ahead of ours: what arrived has happened.
  const recent = (known(live) ?? []).filter(({ changedAt, receivedAt }) => now - Math.min(changedAt, receivedAt) < DAY);
  return (
    <Card flush title="Changed in the last 24 h">
      {live.state === 'failed' ? <p className="configuration-empty">{readFailures[live.reason].text}</p> : null}
      {live.state === 'loading' ? <p className="configuration-empty">Loading…</p> : null}
      {known(live) !== undefined && recent.length === 0 ? <p className="configuration-empty">Nothing that was reported. GitHub’s deployments and PagerDuty’s change events appear here.</p> : null}
      {recent.length > 0 ? (
        <ul className="changed" data-testid="changes">
          {recent.map(({ id, title, changedAt, source, links }) => (
            <li key={id}>
              <p className="changed-title">{title}</p>
              <p className="quiet small tabular">{whenWords(changedAt, now, zone)} · {labelOf(source)}</p>
              {links.length > 0 ? (
                <p className="changed-links">
                  {links.map(({ href, text }) => <a key={href} href={href} target="_blank" rel="noopener noreferrer"><Icon name="open" size={16} /><span>{text}</span></a>)}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

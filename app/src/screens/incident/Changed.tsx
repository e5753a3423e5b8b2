import type { ServiceChange } from '#domain/change/change';
import type { Incident } from '#domain/incident/incident';
import { whenWords } from '#domain/time/words';
import { changesOf } from '../../live/changes';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Elapsed, useMinute } from '../../ui';
import { changesAbout } from './changes';
import { OutLink } from './OutLink';
import './changed.css';

/** How many are shown before the rest is folded. */
const FEW = 3;

/** The first question of an incident: what changed about its service. Nothing is said where no tool has reported anything. */
export function Changed({ incident }: { incident: Incident }) {
  const now = useMinute();
  const live = useLive(changesOf(incident.serviceId));
  const changes = known(live);
  if (live.state === 'failed') return <Card title="Changed in the last 24 h"><p className="quiet">The changes could not be read.</p></Card>;
  if (!changes || changes.length === 0) return null;
  const { title, shown } = changesAbout(incident, changes, now);
  return (
    <Card title={title} flush>
      {shown.length === 0 ? <p className="changed-nothing quiet">Nothing that was reported.</p> : <ul className="changed" data-testid="changes">{shown.slice(0, FEW).map((change) => <OneChange key={change.id} change={change} now={now} />)}</ul>}
      {shown.length > FEW ? (
        <details className="changed-more">
          <summary>{shown.length - FEW} earlier</summary>
          <ul className="changed">{shown.slice(FEW).map((change) => <OneChange key={change.id} change={change} now={now} />)}</ul>
        </details>
      ) : null}
    </Card>
  );
}

function OneChange({ change: { title, description, changedAt, source, links }, now }: { change: ServiceChange; now: number }) {
  const { timeZone } = usePerson();
  return (
    <li>
      <p className="changed-title">{title}</p>
      <p className="quiet small tabular"><Elapsed since={changedAt} whole /> ago · {whenWords(changedAt, now, timeZone)} · {source}</p>
      {description !== '' && description !== title ? <p className="changed-words">{description}</p> : null}
      {links.length > 0 ? (
        <p className="changed-links">
          {links.map(({ href, text }) => <OutLink key={href} href={href} text={text} size={16} />)}
        </p>
      ) : null}
    </li>
  );
}

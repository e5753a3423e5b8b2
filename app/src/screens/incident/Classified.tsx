import { Link } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { clockTime } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card } from '../../ui';
import './classified.css';

/** How the incident came to be as it is: the rule that decided, what it flaps, what it is linked to, its tags. */
export function Classified({ incident: { routedBy, flapping, tags, linkedTo } }: { incident: Incident }) {
  const { timeZone } = usePerson();
  if (routedBy === null && flapping === null && tags.length === 0 && linkedTo === null) return null;
  return (
    <Card>
      <div className="classified">
        {flapping ? (
          <p data-testid="flapping">
            <b>Flapping:</b> fired <span className="tabular">{flapping.count}</span> times since <time className="tabular">{clockTime(flapping.sinceAt, timeZone)}</time>. Paged once.
            {flapping.quietUntil === null ? '' : ` Quiet now: it ends at ${clockTime(flapping.quietUntil, timeZone)} if nothing fires until then.`}
          </p>
        ) : null}
        {routedBy ? (
          <p data-testid="routed-by">
            {routedBy.by === 'rule' ? <>Decided by the rule “{routedBy.name}”</> : <>Collected by the maintenance window “{routedBy.name}”</>}{routedBy.why === '' ? '.' : `: ${routedBy.why}`}
          </p>
        ) : null}
        {linkedTo ? <p>It follows <Link to={`/incidents/${linkedTo}`} className="tabular">{linkedTo}</Link>, which takes no new alerts any more.</p> : null}
        {tags.length > 0 ? <ul className="classified-tags" aria-label="Tags">{tags.map((tag) => <li key={tag}>{tag}</li>)}</ul> : null}
      </div>
    </Card>
  );
}

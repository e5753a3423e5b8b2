import { Link } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { type Followed, followedAs, following, unfollowing } from '#domain/update/subscription';
import { Card, QuietAction } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { useFollowing } from './useFollowing';
import { WaysField } from './WaysField';
import './subscriptions.css';

/** Follow or Following, and by what one is told. Saved at each tap; it shows what is saved. */
export function Follow({ incident }: { incident: Incident }) {
  const { live, followed, ways } = useFollowing();
  const saving = useSaving();
  const save = (wanted: Followed) => { if (!saving.busy) void saving.save({ type: 'saveSubscription', ...wanted }); };
  // Without what is followed so far, a tap would take the rest of it away.
  if (followed === undefined) return live.state === 'failed' ? <Card title="Updates to you"><p className="quiet">What you follow could not be read. Look again when there is a connection.</p></Card> : null;
  const as = followedAs(followed, incident);
  const told = as !== null && followed.by.length > 0;
  return (
    <Card title="Updates to you">
      <div className="follow" data-testid="follow-card">
        {as === null || as === 'incident' ? (
          <QuietAction
            outlined icon={as === null ? 'bell' : 'check'} aria-pressed={as !== null} disabled={saving.busy} data-testid="follow"
            onClick={() => save(as === null ? following(followed, incident.id, ways.usual) : unfollowing(followed, incident.id))}
          >{as === null ? 'Follow' : 'Following'}</QuietAction>
        ) : null}
        <p className="quiet small" role="status" data-testid="follow-words">
          {as === null ? 'Follow it to be told of each update, as soon as it is sent.' : !told ? 'You are told of nothing yet: choose how.' : sentences[as](incident.serviceName)}
        </p>
        {as === null ? null : <WaysField by={followed.by} ways={ways} onChange={(by) => save({ ...followed, by })} />}
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <Link className="action action-quiet action-quiet-accent follow-all" to="/subscriptions">All that you follow</Link>
      </div>
    </Card>
  );
}

const sentences = {
  all: () => 'You follow all services, so you are told of each update.',
  service: (name: string) => `You follow ${name}, so you are told of each update.`,
  incident: () => 'You are told of each update. Tap Following to stop.',
} as const;

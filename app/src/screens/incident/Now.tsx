import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { durationWords } from '#domain/time/words';
import { alertsOf } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsAbout } from '../../live/notifications';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Stack } from '../../ui';
import { Alerts } from './Alerts';
import { Changed } from './Changed';
import { Classified } from './Classified';
import { Links } from './Links';
import { Responders } from './Responders';

const FirstStep = lazy(() => import('./FirstStep'));

/** What helps now: the first step, why it is as it is, what changed, who is on it, what fires, where to look. */
export default function Now({ incident, onRunbook, onTold }: { incident: Incident; onRunbook: () => void; onTold: () => void }) {
  const { userId } = usePerson();
  const alerts = useLive(alertsOf(incident.id));
  const notifications = known(useLive(notificationsAbout(incident.id))) ?? [];
  return (
    <Stack>
      {incident.runbookId ? <Suspense fallback={null}><FirstStep runbookId={incident.runbookId} onRunbook={onRunbook} /></Suspense> : null}
      <Classified incident={incident} />
      <Changed incident={incident} />
      <Responders incident={incident} notifications={notifications} userId={userId} onTold={onTold} />
      {incident.description && incident.alertCounts.total === 0 ? <Card title="What is known">{incident.description}</Card> : null}
      <Alerts live={alerts} counts={incident.alertCounts} />
      <Links links={incident.links} />
      <Clocks incident={incident} />
    </Stack>
  );
}

function Clocks({ incident: { clocks } }: { incident: Incident }) {
  const since = (at: number | null) => (at === null ? null : `after ${durationWords(at - clocks.triggeredAt)}`);
  const rows = [
    ['Acknowledged', since(clocks.acknowledgedAt)], ['Root cause identified', since(clocks.rootCauseIdentifiedAt)],
    ['Fix deployed', since(clocks.fixDeployedAt)], ['Service restored', since(clocks.mitigatedAt)], ['Resolved', since(clocks.resolvedAt)],
  ].filter(([, words]) => words !== null);
  if (rows.length === 0) return null;
  return <Card title="Clocks"><dl className="pairs">{rows.map(([name, words]) => <div key={name}><dt>{name}</dt><dd className="tabular">{words}</dd></div>)}</dl></Card>;
}

import { lazy, Suspense, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { rolesOf } from '#domain/role/role';
import { alertsOf } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsAbout } from '../../live/notifications';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Icon, Row, Skeleton, Stack } from '../../ui';
import { Alerts } from './Alerts';
import { Changed } from './Changed';
import { Classified } from './Classified';
import { Decisions } from './decisions/Decisions';
import { Impact } from './impact/Impact';
import { Links } from './Links';
import { Milestones } from './milestones/Milestones';
import { MoreRows } from './MoreRows';
import { NotYetSent } from './NotYetSent';
import { nowStage } from './nowPlan';
import { KnownProblems } from './problem/KnownProblems';
import { Responders } from './Responders';
import { Roles } from './roles/Roles';
import { Room } from './room/Room';
import { StartRows } from './StartRows';
import { Tasks } from './tasks/Tasks';
import { useAllRead } from './useAllRead';

const FirstStep = lazy(() => import('./FirstStep'));
const ExitList = lazy(() => import('./ending/ExitList').then((module) => ({ default: module.ExitList })));
const PlanPart = lazy(() => import('./plan/PlanPart'));
const PublicNotice = lazy(() => import('./notice/PublicNotice'));
const noAlerts: never[] = [];

type Props = { incident: Incident; onRunbook: () => void; onTold: () => void; onUpdates?: () => void };

/**
 * What do I do? The next step, a known way around, what changed, where people meet, how far it is; then who does what. Before somebody has it, only what helps to decide;
 * of a small one the working cards stay behind a row.
 */
export default function Now(props: Props) {
  return useAllRead(props.incident) ? <Cards {...props} /> : <Skeleton rows={3} label="Loading what is known" />;
}

function Cards({ incident, onRunbook, onTold, onUpdates }: Props) {
  const { userId } = usePerson();
  const { severities } = useFacts();
  const alerts = useLive(alertsOf(incident.id));
  const notifications = known(useLive(notificationsAbout(incident.id))) ?? [];
  const proposed = rolesOf(incident.severity, severities);
  const [isWanted, want] = useState(false);
  const nature = nowStage(incident, proposed);
  const stage = nature === 'small' && isWanted ? 'worked' : nature;
  const isWorkedOn = stage === 'worked' || stage === 'small';
  return (
    <Stack>
      <NotYetSent incidentId={incident.id} />
      {/* No fallback of its own: all cards come together. */}
      {stage === 'over' ? null : <FirstStep incident={incident} onRunbook={onRunbook} />}
      <KnownProblems incident={incident} alerts={known(alerts) ?? noAlerts} />
      <Changed incident={incident} />
      <Room incident={incident} offersStanding={stage === 'worked'} />
      {isWorkedOn ? <Milestones incident={incident} severities={severities} /> : null}
      {incident.status === 'monitoring' ? <Suspense fallback={null}><ExitList incident={incident} /></Suspense> : null}
      {stage === 'worked' ? <Roles incident={incident} proposed={proposed} /> : null}
      <Responders incident={incident} notifications={notifications} userId={userId} onTold={onTold} mayCome={isWorkedOn} />
      {stage === 'worked' || stage === 'over' ? <Work incident={incident} isOver={stage === 'over'} /> : null}
      {stage === 'small' ? <Card flush><Row start={<Icon name="people" />} title="Roles, tasks, impact" end={<Icon name="plus" size={18} />} onClick={() => want(true)} data-testid="show-work" /></Card> : null}
      <Classified incident={incident} />
      {incident.description && incident.alertCounts.total === 0 ? <Card title="What is known">{incident.description}</Card> : null}
      <Links links={incident.links} />
      <Alerts live={alerts} counts={incident.alertCounts} />
      <MoreRows incident={incident} onUpdates={onUpdates} />
      {/* They come and grow when they do: what is read and tapped above them stays where it is. */}
      <PlanPart incident={incident} offers={isWorkedOn} />
      <Suspense fallback={null}><PublicNotice incident={incident} offers={isWorkedOn} /></Suspense>
    </Stack>
  );
}

/** What people have begun, a card each; what they have not, a row each. Of what is over, only what there was. */
function Work({ incident, isOver }: { incident: Incident; isOver: boolean }) {
  return (
    <>
      {isOver && incident.roles.length > 0 ? <Roles incident={incident} proposed={[]} /> : null}
      {incident.tasks.length > 0 ? <Tasks incident={incident} /> : null}
      {incident.decided.length > 0 ? <Decisions incident={incident} /> : null}
      {incident.impact === null ? null : <Impact incident={incident} />}
      {isOver ? null : <StartRows incident={incident} />}
    </>
  );
}

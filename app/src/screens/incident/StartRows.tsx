import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { warRoomSettings } from '../../live/warRoom';
import { Card, Icon, Row, Rows } from '../../ui';
import type { IconName } from '../../ui';
import { shownRoom } from './room/shownRoom';
import { useOpening } from './useOpening';

const TaskSheet = lazy(() => import('./tasks/TaskSheet'));
const DecisionSheet = lazy(() => import('./decisions/DecisionSheet'));
const ImpactSheet = lazy(() => import('./impact/ImpactSheet'));
const RoomSheet = lazy(() => import('./room/RoomSheet'));

type Part = 'task' | 'decision' | 'impact' | 'room';

/** What nobody has begun, a row each: it opens the sheet that begins it, and has a card of its own from then on. */
export function StartRows({ incident }: { incident: Incident }) {
  const settings = known(useLive(warRoomSettings)) ?? null;
  const sheet = useOpening<Part>();
  const all: { part: Part; isMissing: boolean; icon: IconName; title: string; testId: string }[] = [
    { part: 'task', isMissing: incident.tasks.length === 0, icon: 'check', title: 'Add a task', testId: 'add-task' },
    { part: 'decision', isMissing: incident.decided.length === 0, icon: 'note', title: 'Pin a decision', testId: 'pin-decision' },
    { part: 'impact', isMissing: incident.impact === null, icon: 'people', title: 'Assess the impact', testId: 'assess-impact' },
    { part: 'room', isMissing: shownRoom(incident, settings) === null, icon: 'phone', title: 'Open a war room', testId: 'change-room' },
  ];
  const rows = all.filter(({ isMissing }) => isMissing);
  // A sheet outlives its row: what was just written down may have more to say.
  const props = { open: sheet.open, onClose: sheet.close };
  return (
    <>
      {rows.length === 0 ? null : (
        <Card flush>
          <Rows label="What can be begun">
            {rows.map(({ part, icon, title, testId }) => <Row key={part} start={<Icon name={icon} />} title={title} end={<Icon name="plus" size={18} />} onClick={() => sheet.show(part)} data-testid={testId} />)}
          </Rows>
        </Card>
      )}
      <Suspense fallback={null}>
        {sheet.about === 'task' ? <TaskSheet incident={incident} taskId={null} onRemove={() => undefined} {...props} /> : null}
        {sheet.about === 'decision' ? <DecisionSheet incidentId={incident.id} {...props} /> : null}
        {sheet.about === 'impact' ? <ImpactSheet incident={incident} {...props} /> : null}
        {sheet.about === 'room' ? <RoomSheet incident={incident} standing={settings?.standing ?? null} {...props} /> : null}
      </Suspense>
    </>
  );
}

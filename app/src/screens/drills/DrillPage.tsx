import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Drill } from '#domain/drill/drill';
import { scenarios } from '#domain/drill/scenarios';
import { whenWords } from '#domain/time/words';
import { drill as drillOf } from '../../live/drills';
import { known } from '../../live/live';
import { usePerson } from '../../session/useSession';
import { Card, ConfirmSheet, Empty, Icon, PrimaryAction, Row, say, Screen, SeverityMark, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { EndDrill } from './EndDrill';
import { isShown, nameOf } from './groups';
import { Result } from './Result';
import './drills.css';

const back = { to: '/drills', label: 'Drills' };

/** One drill: what it plays and when, the way to end or call it off, and what it showed. */
export default function DrillPage() {
  const { drillId = '' } = useParams();
  const person = usePerson();
  const live = useReadable('drills/{id}', useMemo(() => drillOf(drillId), [drillId]));
  const found = known(live) ?? null;
  const drill = found !== null && isShown(found, person) ? found : null;
  const mayEnd = useMay('endDrill');
  return (
    <Screen
      title={drill === null ? 'Drill' : nameOf(drill)} back={back}
      footer={drill === null || !mayEnd ? null : drill.state === 'running' ? <EndDrill drillId={drill.id} /> : drill.state === 'scheduled' ? <CallOff drill={drill} /> : null}
    >
      <Reading live={live} label="Loading this drill">
        {() => (drill === null ? <Empty title="No drill by this address" icon="onCall"><p>Go back to the list of drills.</p></Empty> : <Parts drill={drill} />)}
      </Reading>
    </Screen>
  );
}

function Parts({ drill }: { drill: Drill }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { severity, summary } = scenarios[drill.scenario];
  return (
    <Stack>
      {drill.result === null ? null : <Result result={drill.result} />}
      {/* It is over once its result is written down, and without one only where its incident was deleted before: nothing is told later. */}
      {drill.state === 'over' && drill.result === null ? <p className="quiet">Its result was not told: its incident was deleted before.</p> : null}
      <Card title="About">
        <Facts>
          <Fact name="Stands">{standing(drill)}</Fact>
          <Fact name="When">{whenWords(drill.startsAt, now, timeZone)}</Fact>
          <Fact name="Service">{drill.serviceName}</Fact>
          <Fact name="Pages as"><SeverityMark severity={severity} /></Fact>
          <Fact name="Told beforehand">{drill.isSurprise ? 'Nobody, a surprise' : drill.startsAt <= drill.createdAt ? 'Nobody, it began at once' : 'Whoever is on call'}</Fact>
          <Fact name="Planned by">{drill.createdBy.name}</Fact>
        </Facts>
        <p className="quiet small drills-note">{summary}</p>
      </Card>
      {drill.incidentId === null ? null : <Card flush><Row to={`/incidents/${drill.incidentId}`} start={<Icon name="incidents" />} title={drill.incidentId} detail="Its incident, with everything that was done" data-testid="drill-incident" /></Card>}
    </Stack>
  );
}

function standing({ state }: Drill): string {
  switch (state) {
    case 'scheduled': return 'Planned';
    case 'running': return 'Running';
    case 'over': return 'Over';
    case 'cancelled': return 'Called off';
    default: return state satisfies never;
  }
}

/** Calls off what has not begun. */
function CallOff({ drill }: { drill: Drill }) {
  const saving = useSaving();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const callOff = async () => {
    const answer = await saving.save({ type: 'cancelDrill', drillId: drill.id });
    if (answer === null) return;
    say(answer.message, 'good');
    void navigate('/drills');
  };
  return (
    <>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <PrimaryAction tone="plain" busy={saving.busy} onClick={() => setAsks(true)} data-testid="cancel-drill">{saving.busy ? 'Calling it off' : 'Call it off'}</PrimaryAction>
      <ConfirmSheet open={asks} onClose={() => setAsks(false)} title="Call this drill off" confirm="Call it off" onConfirm={() => { void callOff(); }}>
        <p>Nobody is paged for it. {drill.isSurprise ? 'Nobody knew of it.' : 'Whoever was told of it is told that too, quietly.'}</p>
      </ConfirmSheet>
    </>
  );
}

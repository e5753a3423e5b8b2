import { useMatch, useNavigate } from 'react-router-dom';
import type { Drill } from '#domain/drill/drill';
import { drills } from '../../live/drills';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, PrimaryAction, Row, Rows, Screen, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { drillWords, groupsOf, nameOf } from './groups';
import './drills.css';

/** Every drill in words: what runs, what is planned, what was learned; and one tap to the next. */
export default function Drills() {
  const live = useReadable('drills/{id}', drills);
  const mayPlan = useMay('scheduleDrill');
  const navigate = useNavigate();
  return (
    <Screen
      title="Drills" back={{ to: '/more', label: 'More' }}
      footer={mayPlan && live.state !== 'failed' ? <PrimaryAction icon="plus" onClick={() => { void navigate('/drills/new'); }} data-testid="plan-drill">Plan a drill</PrimaryAction> : null}
    >
      <Reading live={live} label="Loading the drills">{(all) => <All all={all} />}</Reading>
    </Screen>
  );
}

function All({ all }: { all: readonly Drill[] }) {
  const { userId, role } = usePerson();
  const { running, planned, past } = groupsOf(all, { userId, role });
  if (running.length + planned.length + past.length === 0) {
    return (
      <Empty title="No drill yet" icon="onCall">
        <p>A drill is an incident that is none. It pages whoever is on call by the same way as a real one, says DRILL first, and shows afterwards who was reached and how fast.</p>
      </Empty>
    );
  }
  return (
    <Stack>
      <Group title="Running" drills={running} />
      <Group title="Planned" drills={planned} />
      <Group title="Over" drills={past} />
      <p className="quiet small">Drills count in no metric, are never told to the public, and leave no post-mortem. A page at night still costs sleep, and the load says so.</p>
    </Stack>
  );
}

function Group({ title, drills: some }: { title: string; drills: readonly Drill[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const current = useMatch('/drills/:drillId')?.params.drillId;
  if (some.length === 0) return null;
  return (
    <Card flush title={title}>
      <Rows label={title}>
        {some.map((drill) => (
          <Row
            key={drill.id} to={`/drills/${drill.id}`} current={drill.id === current} start={<Icon name={iconOf(drill)} />} title={nameOf(drill)} data-testid="drill-row"
            detail={<span className="tabular">{drillWords(drill, now, timeZone)}</span>}
          />
        ))}
      </Rows>
    </Card>
  );
}

function iconOf({ state }: Drill) {
  switch (state) {
    case 'scheduled': return 'clock';
    case 'running': return 'bell';
    case 'over': return 'check';
    case 'cancelled': return 'close';
    default: return state satisfies never;
  }
}

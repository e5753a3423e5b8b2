import { Link, useNavigate } from 'react-router-dom';
import { schedules } from '../../live/configuration';
import { Card, Empty, Icon, IconAction, Row, Rows, Screen, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useOnCall } from '../oncall/useOnCall';
import { ScheduleRow } from './ScheduleRow';

/** Every schedule, who is on call in it now, and where nobody will be. */
export default function Schedules() {
  const live = useReadable('schedules/{id}', schedules);
  const facts = useOnCall();
  const mayChange = useMay('saveSchedule');
  const navigate = useNavigate();
  const now = useMinute();
  return (
    <Screen
      title="Schedules" back={{ to: '/on-call', label: 'On call' }}
      actions={mayChange ? <IconAction label="New schedule" icon="plus" onClick={() => { void navigate('/schedules/new'); }} data-testid="new-schedule" /> : null}
    >
      <Reading live={live} label="Loading schedules">
        {(all) => (
          <Stack>
            {all.length === 0 ? (
              <Empty title="No schedules yet" icon="onCall" action={mayChange ? <Link className="action action-quiet action-quiet-accent action-outlined" to="/schedules/new">Make the first one</Link> : null}>
                <p>A schedule says who is on call when, by turns. {mayChange ? 'It takes a minute: choose how you take turns, and add people.' : 'An admin makes the first one.'}</p>
              </Empty>
            ) : <Card flush><Rows label="Schedules">{facts.dated.map((each) => <ScheduleRow key={each.schedule.id} of={each} facts={facts} now={now} />)}</Rows></Card>}
            <Card flush><Rows label="Beside them"><Row to="/holidays" start={<Icon name="runbooks" />} title="Holidays" detail="Lists that schedules go by" />{mayChange ? <Row to="/readiness" start={<Icon name="check" />} title="Start of a shift" detail="What everybody is asked before it" /> : null}</Rows></Card>
          </Stack>
        )}
      </Reading>
    </Screen>
  );
}

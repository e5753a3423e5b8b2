import { Link, useNavigate } from 'react-router-dom';
import { holidayCalendars } from '../../live/oncall';
import { Card, Empty, Icon, IconAction, Row, Rows, Screen, Stack } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';

/** The lists of holidays that schedules go by. */
export default function Holidays() {
  const live = useReadable('holidayCalendars/{id}', holidayCalendars);
  const mayChange = useMay('saveHolidayCalendar');
  const navigate = useNavigate();
  return (
    <Screen
      title="Holidays" back={{ to: '/schedules', label: 'Schedules' }}
      actions={mayChange ? <IconAction label="New list of holidays" icon="plus" onClick={() => { void navigate('/holidays/new'); }} data-testid="new-holidays" /> : null}
    >
      <Reading live={live} label="Loading holidays" rows={2}>
        {(all) => (all.length === 0 ? (
          <Empty title="No holidays yet" icon="onCall" action={mayChange ? <Link className="action action-quiet action-quiet-accent action-outlined" to="/holidays/new">Add a list</Link> : null}>
            <p>A layer of a schedule can rest on holidays, or count only then. {mayChange ? 'Enter the days, or give the address of a calendar.' : 'An admin adds the first list.'}</p>
          </Empty>
        ) : (
          <Stack>
            <Card flush>
              <Rows label="Holidays">
                {[...all].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name, days, url, problem }) => (
                  <Row
                    key={id} to={`/holidays/${encodeURIComponent(id)}`} start={<Icon name={problem === null ? 'onCall' : 'warning'} />} title={name}
                    detail={problem === null ? `${counted(days.length, 'day')}${url === null ? '' : ', read daily from a calendar'}` : `Could not be read: ${problem}`}
                  />
                ))}
              </Rows>
            </Card>
          </Stack>
        ))}
      </Reading>
    </Screen>
  );
}

import { person as onePerson } from '../../live/people';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Icon, Row, Rows, useMinute } from '../../ui';
import { spanWords } from '../schedules/changeWords';
import { openShifts } from './timeOff';
import type { OnCallFacts } from './useOnCall';

/** The reader's time off in short, and how many shifts in it still need cover. */
export function MyTimeOff({ facts }: { facts: OnCallFacts }) {
  const { userId, timeZone } = usePerson();
  const timeOff = known(useLive(onePerson(userId)))?.timeOff ?? [];
  const now = useMinute();
  const [next] = timeOff.filter(({ endAt }) => endAt > now).sort((a, b) => a.startAt - b.startAt);
  const open = openShifts(facts.dated, userId, timeOff, now).length;
  return (
    <Card flush>
      <Rows label="Time off">
        <Row
          to="/profile/time-off" start={<Icon name={open > 0 ? 'warning' : 'person'} />} title="Your time off"
          detail={<span className="tabular">{next ? spanWords(next.startAt, next.endAt, now, timeZone) : 'None planned'}{open > 0 ? ` · ${open === 1 ? 'a shift needs' : `${open} shifts need`} cover` : ''}</span>}
        />
      </Rows>
    </Card>
  );
}

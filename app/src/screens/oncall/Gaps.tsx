import { Link } from 'react-router-dom';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, Icon } from '../../ui';
import { spanWords } from '../schedules/changeWords';
import type { gapsOf } from './board';

/** When nobody is on call: said on top, in red and in full, with the way to mend it. */
export function Gaps({ gaps, now }: { gaps: ReturnType<typeof gapsOf>; now: number }) {
  const { timeZone } = usePerson();
  if (gaps.length === 0) return null;
  const gapWords = (startAt: number, endAt: number, open: boolean) => {
    if (startAt <= now) return open ? 'now' : `now, until ${whenWords(endAt, now, timeZone)}`;
    return open ? `from ${whenWords(startAt, now, timeZone)}` : spanWords(startAt, endAt, now, timeZone);
  };
  return (
    <Card title={gaps.length === 1 ? 'A gap' : 'Gaps'} tone="danger">
      <ul className="on-call-gaps">
        {gaps.map(({ scheduleId, name, startAt, endAt, open }) => (
          <li key={`${scheduleId} ${startAt}`}>
            <Icon name="warning" size={20} />
            <p className="tabular">
              <b>Nobody is on call for {name} {gapWords(startAt, endAt, open)}.</b> Pages go on to the next step at once.
            </p>
            <Link className="action action-quiet action-quiet-accent" aria-label={`Fix the gap of ${name}`} to={`/schedules/${encodeURIComponent(scheduleId)}?at=${startAt}`}>Fix</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

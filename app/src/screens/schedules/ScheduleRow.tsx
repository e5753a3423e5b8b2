import { gapsBetween, nextHandoff } from '#domain/oncall/oncall';
import { DAY } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Icon, Row } from '../../ui';
import { onCallNow } from '../oncall/board';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { namesWords } from './names';
import './schedules.css';

/** A schedule in a list: who is on call now and until when, and whether a gap is ahead. */
export function ScheduleRow({ of, facts, now }: { of: Dated; facts: OnCallFacts; now: number }) {
  const { timeZone, userId } = usePerson();
  const { schedule, holidays } = of;
  const there = onCallNow(of, now);
  const until = nextHandoff(schedule, now, holidays);
  const [gap] = gapsBetween(schedule, now, now + 14 * DAY, holidays);
  const names = namesWords(there.map((id) => (id === userId ? `${facts.nameOf(id)} (you)` : facts.nameOf(id))));
  return (
    <Row
      to={`/schedules/${encodeURIComponent(schedule.id)}`} start={<Icon name={gap ? 'warning' : 'onCall'} />} title={schedule.name} data-testid="schedule-row"
      detail={(
        <span className="tabular">
          {there.length === 0 ? <b className="schedule-gap-row">Nobody is on call now</b> : <>{names}{until === undefined ? '' : ` until ${whenWords(until, now, timeZone)}`}</>}
          {gap && gap.startAt > now ? <b className="schedule-gap-row"> · Nobody from {whenWords(gap.startAt, now, timeZone)}</b> : null}
        </span>
      )}
    />
  );
}

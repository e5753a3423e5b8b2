import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import type { shiftsOf } from './board';
import './on-call.css';

/** The reader's own shifts, soonest first. */
export function Shifts({ shifts, named, now }: {
  shifts: ReturnType<typeof shiftsOf>; now: number;
  /** Whether a policy names the reader, beside all schedules. */
  named: boolean;
}) {
  const { timeZone } = usePerson();
  if (shifts.length === 0) return <p className="quiet">{named ? 'No shifts: an escalation policy names you at any time.' : 'None in the next four weeks.'}</p>;
  return (
    <ul className="on-call-shifts">
      {shifts.slice(0, 6).map(({ scheduleId, name, startAt, endAt, open }) => (
        <li key={`${scheduleId} ${startAt}`}>
          <span className="tabular">{startAt <= now ? 'Now' : whenWords(startAt, now, timeZone)}{open ? ', no end in sight' : ` to ${whenWords(endAt, now, timeZone)}`}</span>
          <span className="quiet small">{name}{open ? '' : ` · ${durationWords(endAt - Math.max(startAt, now))}${startAt <= now ? ' left' : ''}`}</span>
        </li>
      ))}
    </ul>
  );
}

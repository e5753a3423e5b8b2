import { readinessId } from '#domain/readiness/shiftReadiness';
import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { QuietAction, Row, Rows } from '../../ui';
import { spanWords } from '../schedules/changeWords';
import type { shiftsOf } from './board';
import './on-call.css';

export type OwnShift = ReturnType<typeof shiftsOf>[number];

/** The reader's own shifts, soonest first, each with the way to ask for cover. */
export function Shifts({ shifts, named, now, onAsk }: {
  shifts: readonly OwnShift[]; now: number;
  /** Whether a policy names the reader, beside all schedules. */
  named: boolean; onAsk: (shift: OwnShift) => void;
}) {
  const { userId, timeZone } = usePerson();
  if (shifts.length === 0) return <p className="quiet on-call-none">{named ? 'No shifts: an escalation policy names you at any time.' : 'None in the next four weeks.'}</p>;
  return (
    <Rows label="Your next shifts">
      {shifts.slice(0, 6).map((shift) => {
        const { scheduleId, name, startAt, endAt, open } = shift;
        const when = startAt <= now ? `Now${open ? ', no end in sight' : ` to ${whenWords(endAt, now, timeZone)}`}` : open ? `${whenWords(startAt, now, timeZone)}, no end in sight` : spanWords(startAt, endAt, now, timeZone);
        const detail = `${name}${open ? '' : ` · ${durationWords(endAt - Math.max(startAt, now))}${startAt <= now ? ' left' : ''}`}`;
        // A shift that has not begun has a page of its own, to get ready on.
        const to = startAt > now ? `/shifts/${encodeURIComponent(readinessId({ scheduleId, userId, startAt }))}` : `/schedules/${encodeURIComponent(scheduleId)}`;
        return (
          <div key={`${scheduleId} ${startAt}`} className="on-call-shift">
            <Row to={to} title={<span className="tabular">{when}</span>} detail={detail} data-testid="own-shift" />
            <QuietAction outlined aria-label={`Ask for cover: ${name}, ${when}`} onClick={() => onAsk(shift)}>Ask for cover</QuietAction>
          </div>
        );
      })}
    </Rows>
  );
}

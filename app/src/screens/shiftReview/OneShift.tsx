import { useMemo } from 'react';
import { monthsOf } from '#domain/metrics/row';
import { isQuiet, reviewOf } from '#domain/shiftReview/shiftReview';
import type { PastShift } from '#domain/shiftReview/shifts';
import { DAY } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';
import { incidentsAround, learnedFrom, sentTo } from '../../live/shiftReview';
import { metricsMonths } from '../../live/metrics';
import { useConnection } from '../../live/connection';
import { known, type Live } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { Card, Icon, Skeleton, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { HandOverNote } from '../oncall/HandOverNote';
import type { OnCallFacts } from '../oncall/useOnCall';
import { FollowUps } from './FollowUps';
import { Happened } from './Happened';
import { NoisePart } from './NoisePart';
import { Owed } from './Owed';
import { leadWords, owedWords } from './reviewWords';
import { Unfinished } from './Unfinished';

/** One shift on one page: what it was, what it owes, what made noise, what goes on. */
export function OneShift({ shift, facts }: { shift: PastShift; facts: OnCallFacts }) {
  const { userId, timeZone: readersZone } = usePerson();
  const now = useMinute();
  const isOffline = useConnection().state === 'offline';
  const { severities } = useFacts();
  const span = { from: shift.startAt, to: shift.endAt };
  // What this device happened to have seen of a query is no count: it is shown where there is no network to wait for.
  const counting = <T,>(live: Live<T>): Live<T> => (live.state === 'cached' && !isOffline ? { state: 'loading' } : live);
  const pages = counting(useReadable('notifications/{id}', sentTo(shift.userId, span)));
  const incidents = counting(useReadable('incidents/{id}', incidentsAround(span)));
  const learned = counting(useReadable('postMortems/{id}', learnedFrom(span)));
  // By the day, or every minute would be another listener.
  const today = Math.floor(now / DAY) * DAY;
  const months = known(useReadable('metrics/{id}', metricsMonths(monthsOf(today - 90 * DAY, today + DAY))));
  const ended = useMemo(() => (months ?? []).flatMap(({ rows }) => Object.entries(rows).map(([id, row]) => ({ ...row, id }))).filter(({ triggeredAt }) => triggeredAt >= today - 90 * DAY), [months, today]);
  const timeZone = facts.people[shift.userId]?.timeZone ?? readersZone;
  const [messages, all, postMortems] = [known(pages), known(incidents), known(learned)];
  const review = useMemo(
    () => (messages === undefined || all === undefined || postMortems === undefined ? null : reviewOf(shift, { incidents: all, pages: messages, postMortems, severities, timeZone }, now)),
    [shift, messages, all, postMortems, severities, timeZone, now],
  );
  const dated = facts.dated.find(({ schedule }) => schedule.id === shift.scheduleId);
  const runs = shift.endAt === null || shift.endAt > now;
  const isOwn = shift.userId === userId;
  return (
    <Reading live={pages} label="Loading the pages" rows={5}>
      {() => (
        <Reading live={incidents} label="Loading the incidents" rows={5}>
          {() => (
            <Reading live={learned} label="Loading the post-mortems" rows={5}>
              {() => {
                if (review === null) return <Skeleton rows={5} label="Loading the shift" />;
                const waits = owedWords(review);
                return (
                  <>
                    {isQuiet(review) ? (
                      <div className="shift-review-lead"><p data-testid="review-lead">{runs ? 'Quiet so far.' : 'A quiet shift.'}</p><p className="quiet">Nobody paged {isOwn ? 'you' : facts.nameOf(shift.userId)}, and nothing waits.</p></div>
                    ) : (
                      <div className="shift-review-lead">
                        <p data-testid="review-lead">{leadWords(review)}</p>
                        <p className="quiet">{waits ?? 'Nothing waits: every verdict is given and every follow-up is done.'}{runs ? ` Counted up to ${whenWords(now, now, readersZone)}${shift.endAt === null ? '' : ': the shift is not over'}.` : ''}</p>
                      </div>
                    )}
                    {isOffline ? <p className="shift-review-note" role="status"><Icon name="warning" size={20} /><span>Offline: counted from what this device has read before. Some of it may be missing.</span></p> : null}
                    <Owed incidents={review.owed} />
                    <Unfinished all={review.unfinished} />
                    <NoisePart review={review} ended={ended} />
                    <FollowUps review={review} />
                    {dated ? <HandOverNote of={dated} asksAll /> : <Card title="Hand-over note"><p className="quiet">The schedule is gone, and its note with it.</p></Card>}
                    <Happened review={review} />
                    {isQuiet(review) ? null : <p className="quiet small">A page counts once, however many ways it was sent. Night is 22:00 to 07:00 by {isOwn ? 'your' : 'their'} own clocks. Incidents are those that {isOwn ? 'you were' : 'they were'} paged for, and those that began meanwhile and go by this schedule. Drills are left out.</p>}
                  </>
                );
              }}
            </Reading>
          )}
        </Reading>
      )}
    </Reading>
  );
}

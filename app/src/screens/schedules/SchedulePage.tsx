import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { gapsBetween, shiftsBetween } from '#domain/oncall/oncall';
import { DAY } from '#domain/time/instant';
import type { Span } from '#domain/time/weeklyWindow';
import { dateOf, wallAt } from '#domain/time/wallClock';
import { whenWords } from '#domain/time/words';
import { schedules } from '../../live/configuration';
import { useWide } from '../../layout/useWide';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, IconAction, QuietAction, Row, Rows, Screen, SegmentPanel, Segments, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { onCallNow } from '../oncall/board';
import { HandOverNote } from '../oncall/HandOverNote';
import { useOnCall } from '../oncall/useOnCall';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { barsOf, BEYOND, tapped } from './bars';
import { headingOf, rowsOf, stepped } from './calendar';
import type { View } from './calendar';
import { Calendar } from './Calendar';
import { spanWords } from './changeWords';
import { namesWords } from './names';
import { Overrides } from './Overrides';
import { ShiftSheet } from './ShiftSheet';
import { zoneWords } from './spanDraft';
import './schedules.css';

/** One schedule: who is on call when, and changing it for a while. `?at=` (ms since epoch) is when the calendar begins to look. */
export default function SchedulePage() {
  const { scheduleId } = useParams();
  const live = useReadable('schedules/{id}', schedules);
  const facts = useOnCall();
  const navigate = useNavigate();
  const mayChange = useMay('saveSchedule');
  const dated = facts.dated.find(({ schedule }) => schedule.id === scheduleId);
  return (
    <Screen
      title={dated?.schedule.name ?? 'Schedule'} back={{ to: '/schedules', label: 'Schedules' }}
      actions={mayChange && dated ? <IconAction label="Edit the schedule" icon="note" onClick={() => { void navigate(`/schedules/${encodeURIComponent(dated.schedule.id)}/edit`); }} data-testid="edit-schedule" /> : null}
    >
      <Reading live={live} label="Loading this schedule">
        {() => (dated ? <Known key={dated.schedule.id} of={dated} facts={facts} mayChange={mayChange} /> : <Empty title="No schedule by this address"><p>It may have been removed.</p></Empty>)}
      </Reading>
    </Screen>
  );
}

function Known({ of, facts, mayChange }: { of: Dated; facts: OnCallFacts; mayChange: boolean }) {
  const { schedule, holidays } = of;
  const zone = schedule.timeZone;
  const wide = useWide();
  const now = useMinute();
  const [search] = useSearchParams();
  const [view, setView] = useState<View>(wide ? 'month' : 'week');
  const [at, setAt] = useState(() => Number(search.get('at')) || now);
  const [about, setAbout] = useState<(Span & { userId: string | null }) | null>(null);
  const rows = useMemo(() => rowsOf(view, at, zone), [view, at, zone]);
  const bars = useMemo(() => {
    const [first, last] = [rows[0]?.[0], rows.at(-1)?.at(-1)];
    const off = (userId: string) => facts.people[userId]?.timeOff ?? [];
    return first && last ? barsOf(schedule, holidays, off, first.startAt - BEYOND, last.endAt + BEYOND) : [];
  }, [rows, schedule, holidays, facts]);
  const calendar = facts.calendars.find(({ id }) => id === schedule.holidayCalendarId);
  const isThere = rows.some((row) => row.some(({ startAt, endAt }) => startAt <= now && now < endAt));
  return (
    <div className="schedule-main">
      <NowLine of={of} facts={facts} now={now} />
      <div>
        <div className="schedule-way">
          <h2 className="tabular">{headingOf(view, at, zone)}</h2>
          {isThere ? null : <QuietAction onClick={() => setAt(now)}>Today</QuietAction>}
          <IconAction label={view === 'week' ? 'The week before' : 'The month before'} icon="back" onClick={() => setAt(stepped(view, at, -1, zone))} />
          <IconAction label={view === 'week' ? 'The next week' : 'The next month'} icon="forward" onClick={() => setAt(stepped(view, at, 1, zone))} />
        </div>
        <Segments label="How much to see" segments={[{ key: 'week', title: 'Week' }, { key: 'month', title: 'Month' }]} current={view} onChange={setView} />
      </div>
      <SegmentPanel segment={view}>
        <Calendar
          view={view} rows={rows} month={dateOf(wallAt(at, zone)).slice(0, 7)} bars={bars} holidays={calendar?.days ?? []} temporary={schedule.temporary} words={{ nameOf: facts.nameOf, zone, now }}
          onBar={(bar, strip) => setAbout({ ...tapped(bar, strip, now), userId: bar.kind === 'shift' ? bar.userId : null })}
          onDays={(span) => setAbout({ ...span, startAt: span.endAt > now ? Math.max(span.startAt, now) : span.startAt, userId: null })}
        />
      </SegmentPanel>
      <p className="quiet small schedule-zone">Times are the schedule’s, {zoneWords(zone)}. Tap a shift or a day to change it{wide ? '; drag over several days' : ''}.</p>
      <div className="schedule-columns">
        <Overrides of={of} facts={facts} />
        <HandOverNote of={of} />
        <TemporaryList of={of} mayChange={mayChange} now={now} />
      </div>
      {about ? <ShiftSheet of={of} about={about} facts={facts} onClose={() => setAbout(null)} /> : null}
    </div>
  );
}

function NowLine({ of, facts, now }: { of: Dated; facts: OnCallFacts; now: number }) {
  const { userId, timeZone } = usePerson();
  const { schedule, holidays } = of;
  const there = onCallNow(of, now);
  const [gap] = gapsBetween(schedule, now, now + 14 * DAY, holidays);
  const own = shiftsBetween(schedule, now, now + 28 * DAY, holidays).find((shift) => shift.userId === userId);
  return (
    <div>
      {there.length > 0 ? <p><b>{namesWords(there.map((id) => (id === userId ? 'You' : facts.nameOf(id))))}</b> {there.length > 1 || there[0] === userId ? 'are' : 'is'} on call now.{own && own.startAt > now ? <span className="quiet tabular"> You are next {whenWords(own.startAt, now, timeZone)}.</span> : null}</p> : null}
      {gap ? <p className="schedule-gap tabular" role="alert"><Icon name="warning" size={20} /><span>Nobody is on call {gap.startAt <= now ? `now${gap.endAt < now + 14 * DAY ? `, until ${whenWords(gap.endAt, now, timeZone)}` : ''}` : gap.endAt < now + 14 * DAY ? spanWords(gap.startAt, gap.endAt, now, timeZone) : `from ${whenWords(gap.startAt, now, timeZone)}`}.</span></p> : null}
    </div>
  );
}

function TemporaryList({ of: { schedule }, mayChange, now }: { of: Dated; mayChange: boolean; now: number }) {
  const coming = schedule.temporary.filter(({ endAt }) => endAt > now);
  const address = `/schedules/${encodeURIComponent(schedule.id)}/temporary`;
  if (coming.length === 0 && !mayChange) return null;
  return (
    <Card flush title="Temporary schedules" action={mayChange ? <Link className="action action-quiet action-quiet-accent" to={`${address}/new`}>New</Link> : null}>
      {coming.length === 0 ? <p className="quiet schedule-empty">None. One stands in for the layers for a while, as over the holidays.</p> : (
        <Rows label="Temporary schedules">
          {coming.map(({ id, name, startAt, endAt }) => {
            const detail = <span className="tabular">{spanWords(startAt, endAt, now, schedule.timeZone)}</span>;
            return mayChange ? <Row key={id} to={`${address}/${encodeURIComponent(id)}`} title={name} detail={detail} /> : <Row key={id} title={name} detail={detail} />;
          })}
        </Rows>
      )}
    </Card>
  );
}

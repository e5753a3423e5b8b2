import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { HolidayCalendar } from '#domain/oncall/holidays';
import type { Temporary } from '#domain/oncall/schedule';
import type { Span } from '#domain/time/weeklyWindow';
import { useWide } from '../../layout/useWide';
import { namesWords } from './names';
import { Strip } from './Strip';
import type { StripWords } from './Strip';
import type { Bar } from './bars';
import type { Day, View } from './calendar';
import './calendar.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const numberOf = (date: string) => Number(date.slice(8));

/** A week or a month of a schedule. A tap on a bar or a day opens it; several days are dragged over, or reached with Shift and the arrow keys. */
export function Calendar({ view, rows, month, bars, holidays, temporary, words, onBar, onDays }: {
  view: View; rows: readonly Day[][]; bars: readonly Bar[]; words: StripWords;
  /** `YYYY-MM`: what lies outside of it stands back. */
  month: string; holidays: HolidayCalendar['days']; temporary: readonly Temporary[];
  onBar: (bar: Bar, strip: Span) => void; onDays: (span: Span) => void;
}) {
  const wide = useWide();
  const days = useMemo(() => rows.flat(), [rows]);
  const today = days.findIndex(({ startAt, endAt }) => startAt <= words.now && words.now < endAt);
  const [chosen, setChosen] = useState<{ anchor: number; head: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const at = chosen?.head ?? (today === -1 ? 0 : today);
  const low = chosen === null ? -1 : Math.min(chosen.anchor, chosen.head);
  const high = chosen === null ? -1 : Math.max(chosen.anchor, chosen.head);
  const open = (from: number, to: number) => {
    const [first, last] = [days[Math.min(from, to)], days[Math.max(from, to)]];
    if (first && last) onDays({ startAt: first.startAt, endAt: last.endAt });
  };
  useEffect(() => {
    if (!dragging) return undefined;
    const end = () => { setDragging(false); setChosen(null); };
    window.addEventListener('pointercancel', end);
    return () => window.removeEventListener('pointercancel', end);
  }, [dragging]);

  const press = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: view === 'month' ? 7 : 1, ArrowUp: view === 'month' ? -7 : -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const head = Math.min(days.length - 1, Math.max(0, index + step));
    setChosen({ anchor: event.shiftKey ? (chosen?.anchor ?? index) : head, head });
    box.current?.querySelector<HTMLElement>(`[data-day="${head}"]`)?.focus();
  };
  const dayUnder = ({ clientX, clientY }: PointerEvent): number => {
    // A bar may lie over the day that is meant.
    const under = document.elementsFromPoint(clientX, clientY).find((each) => each instanceof HTMLElement && each.dataset.day !== undefined);
    return under instanceof HTMLElement ? Number(under.dataset.day) : -1;
  };
  const drag = {
    // A finger scrolls; it taps a first day, and the sheet lets it choose the end.
    onPointerDown: (event: PointerEvent, index: number) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      setChosen({ anchor: index, head: index });
      setDragging(true);
    },
    onPointerMove: (event: PointerEvent) => {
      const index = dragging ? dayUnder(event) : -1;
      if (chosen && index !== -1 && index !== chosen.head) setChosen({ ...chosen, head: index });
    },
    onPointerUp: () => {
      if (!dragging || !chosen) return;
      setDragging(false);
      // Without a way the click that follows opens the day.
      if (chosen.head !== chosen.anchor) open(chosen.anchor, chosen.head);
      setChosen(null);
    },
  };

  const cell = (day: Day, index: number) => {
    const inside = bars.filter(({ startAt, endAt }) => startAt < day.endAt && endAt > day.startAt);
    const names = [...new Set(inside.map((bar) => (bar.kind === 'shift' ? words.nameOf(bar.userId) : 'a gap')))];
    const holiday = holidays.filter(({ date }) => date === day.date).map(({ name }) => name).join(', ');
    const classes = ['calendar-day', index === today && 'calendar-today', holiday !== '' && 'calendar-holiday', index >= low && index <= high && 'calendar-chosen', view === 'month' && !day.date.startsWith(month) && 'calendar-outside'].filter(Boolean);
    return (
      <button
        key={day.date} type="button" className={classes.join(' ')} data-day={index} tabIndex={index === at ? 0 : -1} data-testid="calendar-day"
        onKeyDown={(event) => press(event, index)} onPointerDown={(event) => drag.onPointerDown(event, index)}
        onClick={() => { open(chosen && index >= low && index <= high ? low : index, chosen && index >= low && index <= high ? high : index); setChosen(null); }}
      >
        <span className="visually-hidden">{`${weekdays[index % 7] ?? ''} ${day.date}${index === today ? ', today' : ''}${holiday === '' ? '' : `, ${holiday}`}: ${namesWords(names)}`}</span>
        {view === 'week' ? <span className="calendar-weekday" aria-hidden="true">{weekdays[index % 7]}</span> : null}
        <span className="calendar-number tabular" aria-hidden="true">{numberOf(day.date)}</span>
        {holiday === '' ? null : <span className="calendar-holiday-name" aria-hidden="true">{holiday}</span>}
      </button>
    );
  };
  return (
    <div ref={box} className={`calendar calendar-${view}${wide ? ' calendar-wide' : ''}`} role="group" aria-label="Calendar" onPointerMove={drag.onPointerMove} onPointerUp={drag.onPointerUp} data-testid="calendar">
      {view === 'month' ? <div className="calendar-weekdays" aria-hidden="true">{weekdays.map((day) => <span key={day}>{day}</span>)}</div> : null}
      {view === 'week' ? <div className="calendar-hours tabular" aria-hidden="true"><span /><div><i>06:00</i><i>12:00</i><i>18:00</i></div></div> : null}
      {rows.map((row, at) => {
        const [first, last] = [row[0], row.at(-1)];
        const names = temporary.filter(({ startAt, endAt }) => first && last && startAt < last.endAt && endAt > first.startAt).map(({ name }) => name);
        return (
          <div className="calendar-row" key={first?.date}>
            <div className="calendar-days">{row.map((day, index) => cell(day, at * row.length + index))}</div>
            <div className="calendar-strip">
              {names.length > 0 ? <p className="calendar-temporary small">{namesWords(names)} instead of the layers</p> : null}
              <Strip days={row} bars={bars} words={words} onOpen={onBar} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

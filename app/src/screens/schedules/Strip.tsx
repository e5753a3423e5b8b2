import type { CSSProperties, ReactNode } from 'react';
import { HOUR } from '#domain/time/instant';
import type { Span } from '#domain/time/weeklyWindow';
import { whenWords } from '#domain/time/words';
import { Icon } from '../../ui';
import type { Bar } from './bars';
import { placed } from './calendar';
import type { Day, Placed } from './calendar';
import { hueOf, initials } from './names';
import './strip.css';

export type StripWords = { nameOf: (userId: string) => string; zone: string; now: number };

/** A stretch of time from left to right: who is on call in it, one bar per shift, gaps hatched, and a line for now. `children` lie under the bars. */
export function Strip({ days, bars, words, onOpen, low, children }: {
  days: readonly Day[]; bars: readonly Bar[]; words: StripWords; onOpen?: (bar: Bar, strip: Span) => void;
  /** Half as high, for looking only. */
  low?: boolean; children?: ReactNode;
}) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const strip = { startAt: first.startAt, endAt: last.endAt };
  const all = placed(bars, strip);
  const lanes = Math.max(1, ...all.map(({ lane }) => lane + 1));
  const at = (ms: number) => `${((ms - strip.startAt) / (strip.endAt - strip.startAt)) * 100}%`;
  const marks = days.length === 1 ? [6, 12, 18].map((hours) => first.startAt + hours * HOUR) : days.slice(1).map(({ startAt }) => startAt);
  return (
    <div className={`strip${low ? ' strip-low' : ''}`} style={{ '--lanes': lanes } as CSSProperties /* React's type knows no custom properties. */}>
      {marks.map((mark) => <i key={mark} className="strip-mark" style={{ insetInlineStart: at(mark) }} aria-hidden="true" />)}
      {children}
      {all.map((each) => <OneBar key={`${each.item.kind} ${'userId' in each.item ? each.item.userId : ''} ${each.item.startAt}`} placed={each} words={words} onOpen={onOpen && (() => onOpen(each.item, strip))} />)}
      {words.now >= strip.startAt && words.now < strip.endAt ? <i className="strip-now" style={{ insetInlineStart: at(words.now) }} aria-hidden="true" /> : null}
    </div>
  );
}

function OneBar({ placed: { item, lane, left, width, begins, ends }, words: { nameOf, zone, now }, onOpen }: { placed: Placed<Bar>; words: StripWords; onOpen: (() => void) | undefined }) {
  const isShift = item.kind === 'shift';
  const name = isShift ? nameOf(item.userId) : 'Nobody';
  const spoken = `${name}, ${whenWords(item.startAt, now, zone)} to ${whenWords(item.endAt, now, zone)}${isShift && item.away ? ', has time off then: needs cover' : isShift && item.covers ? ', by an override' : ''}`;
  const kinds = [isShift ? 'bar-shift' : 'bar-gap', isShift && item.away && 'bar-away', begins && 'bar-begins', ends && 'bar-ends'].filter(Boolean);
  // React's type knows no custom properties.
  const style = { insetInlineStart: `${left}%`, width: `${width}%`, '--lane': lane, '--hue': isShift ? hueOf(item.userId) : 0 } as CSSProperties;
  const inside = (
    <span className="bar-inside">
      {isShift && item.away ? <Icon name="warning" size={16} /> : isShift && item.covers ? <Icon name="undo" size={16} /> : null}
      <span className="bar-name">{name}</span><i className="bar-initials" data-initials={isShift ? initials(name) : '!'} aria-hidden="true" />
    </span>
  );
  if (!onOpen) return <span className={`bar ${kinds.join(' ')}`} style={style} title={spoken}>{inside}</span>;
  return <button type="button" className={`bar ${kinds.join(' ')}`} style={style} title={spoken} aria-label={spoken} onClick={onOpen} data-testid={isShift ? 'shift-bar' : 'gap-bar'}>{inside}</button>;
}

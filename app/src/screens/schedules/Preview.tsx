import { useDeferredValue, useMemo } from 'react';
import { gapsBetween } from '#domain/oncall/oncall';
import type { Schedule } from '#domain/oncall/schedule';
import { wallTimeAt } from '#domain/time/zone';
import { Card, Icon, useMinute } from '../../ui';
import type { OnCallFacts } from '../oncall/useOnCall';
import { adviceOn } from './advice';
import { barsOf } from './bars';
import { fourWeeksFrom } from './calendar';
import { Strip } from './Strip';

/** The next two weeks in one line, to stay in sight while one types on a phone. */
export function PreviewLine({ schedule, holidays, facts }: { schedule: Schedule | null; holidays: readonly string[]; facts: OnCallFacts }) {
  const shown = useDeferredValue(schedule);
  const now = useMinute();
  const days = useMemo(() => (shown ? fourWeeksFrom(now, shown.timeZone).slice(0, 14) : []), [shown, now]);
  const bars = useMemo(() => (shown ? barsOf(shown, holidays, () => [], days[0]?.startAt ?? now, days.at(-1)?.endAt ?? now) : []), [shown, holidays, days, now]);
  if (!shown) return <p className="preview-line quiet small">The next two weeks show here as soon as every layer is complete.</p>;
  return <div className="preview-line"><Strip days={days} bars={bars} words={{ nameOf: facts.nameOf, zone: shown.timeZone, now }} low /></div>;
}

/** What a schedule that is being typed comes to in the next four weeks, layer by layer and together, and what to know about it. `schedule` null: not complete yet. */
export function Preview({ schedule, holidays, facts }: { schedule: Schedule | null; holidays: readonly string[]; facts: OnCallFacts }) {
  const shown = useDeferredValue(schedule);
  const now = useMinute();
  const seen = useMemo(() => {
    if (!shown) return null;
    const days = fourWeeksFrom(now, shown.timeZone);
    const [from, to] = [days[0]?.startAt ?? now, days.at(-1)?.endAt ?? now];
    const nobodyAway = () => [];
    // Whose turn it is: the times of a layer are cut out in the lines above.
    const alone = (layer: Schedule['layers'][number]) => barsOf({ ...shown, layers: [{ ...layer, windows: null, holidays: 'usual' }], overrides: [], temporary: [] }, [], nobodyAway, from, to).filter(({ kind }) => kind === 'shift');
    return {
      days, weeks: [0, 7, 14, 21].map((at) => days.slice(at, at + 7)), all: barsOf(shown, holidays, (id) => facts.people[id]?.timeOff ?? [], from, to),
      layers: shown.layers.map((layer) => ({ id: layer.id, name: layer.name, bars: alone(layer) })), advice: adviceOn(shown, holidays, facts.people, now), hasGap: gapsBetween(shown, now, to, holidays).length > 0,
    };
  }, [shown, holidays, facts, now]);
  if (!seen || !shown) return <Card title="The next four weeks"><p className="quiet">They show here as soon as every layer is complete.</p></Card>;
  const words = { nameOf: facts.nameOf, zone: shown.timeZone, now };
  return (
    <div className="preview" data-testid="preview">
      <Card title="The next four weeks" tone={seen.hasGap ? 'danger' : 'plain'}>
        {seen.weeks.map((week) => (
          <div className="preview-week" key={week[0]?.date}>
            <span className="quiet small tabular">{dayWords(week[0]?.startAt ?? now, shown.timeZone)}</span>
            <Strip days={week} bars={seen.all} words={words} low />
          </div>
        ))}
      </Card>
      {seen.layers.length > 1 ? (
        <Card title="Whose turn it is, layer by layer">
          {seen.layers.map(({ id, name, bars }) => (
            <div className="preview-layer" key={id}><span className="small">{name}</span><Strip days={seen.days} bars={bars} words={words} low /></div>
          ))}
        </Card>
      ) : null}
      {seen.advice.length > 0 ? (
        <Card title="To know">
          <div role="status"><ul className="advice">
            {seen.advice.map(({ tone, text }) => <li key={text} className={tone === 'gap' ? 'advice-gap' : undefined}><Icon name={tone === 'gap' ? 'warning' : 'help'} size={20} /><span className="tabular">{text}</span></li>)}
          </ul></div>
        </Card>
      ) : null}
    </div>
  );
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A date as a row begins with it: `21 Nov`. */
function dayWords(at: number, zone: string): string {
  const date = wallTimeAt(at, zone).slice(0, 10);
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

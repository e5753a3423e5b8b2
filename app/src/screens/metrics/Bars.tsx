import { useState } from 'react';

/** One bar: null where nothing was measured. `part`: of the value, so much is marked. */
export type Bar = { name: string; value: number | null; part?: number };

/** A small chart of bars over time, and the same as a table. `part`: what the marked part of a bar is; `words`: how a value is said. */
export function Bars({ title, bars, words, part }: { title: string; bars: readonly Bar[]; words: (value: number) => string; part?: string }) {
  const [open, setOpen] = useState(false);
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <div className="metrics-chart">
      <p className="metrics-scale" aria-hidden="true"><span>{words(most)}</span>{part ? <span className="metrics-key"><i />{part}</span> : null}</p>
      {/* Stretched to the width that there is: only heights and places mean something. */}
      <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none" role="img" aria-label={`${title}: ${chartWords(bars, words)}. The table below says all.`}>
        {bars.map(({ name, value, part: marked }, index) => {
          const height = heightOf(value, most);
          const below = heightOf(marked ?? 0, most);
          return (
            <g key={index}>
              <title>{`${name}: ${barWords(value, marked, words, part)}`}</title>
              <rect className="metrics-hit" x={index} y="0" width="1" height="100" />
              <rect className="metrics-rect" x={index + 0.12} y={100 - height} width="0.76" height={height} />
              {below > 0 ? <rect className="metrics-part" x={index + 0.12} y={100 - below} width="0.76" height={below} /> : null}
            </g>
          );
        })}
      </svg>
      <p className="metrics-axis" aria-hidden="true"><span>{first?.name}</span><span>{bars.length > 1 ? last?.name : null}</span></p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>As a table</summary>
        {open ? (
          <table className="metrics-table">
            <caption className="visually-hidden">{title}</caption>
            <thead><tr><th scope="col">When</th><th scope="col">{title.split(' by ')[0]}</th>{part ? <th scope="col">{part}</th> : null}</tr></thead>
            <tbody>{bars.map(({ name, value, part: marked }, index) => <tr key={index}><th scope="row">{name}</th><td>{value === null ? '–' : words(value)}</td>{part ? <td>{words(marked ?? 0)}</td> : null}</tr>)}</tbody>
          </table>
        ) : null}
      </details>
    </div>
  );
}

/** Of a hundred; what is more than nothing is seen. */
const heightOf = (value: number | null, most: number): number => (value === null || value === 0 || most === 0 ? 0 : Math.max(2, (value / most) * 100));

const barWords = (value: number | null, marked: number | undefined, words: (value: number) => string, part: string | undefined): string =>
  (value === null ? 'nothing measured' : `${words(value)}${part && marked !== undefined ? `, ${words(marked)} ${part}` : ''}`);

/** The chart in one sentence: its ends, and its highest bar. */
function chartWords(bars: readonly Bar[], words: (value: number) => string): string {
  const measured = bars.filter((bar): bar is Bar & { value: number } => bar.value !== null);
  const highest = measured.reduce<(Bar & { value: number }) | undefined>((best, bar) => (best === undefined || bar.value > best.value ? bar : best), undefined);
  const latest = measured.at(-1);
  if (highest === undefined || latest === undefined) return 'nothing was measured';
  return `most ${words(highest.value)} (${highest.name}), latest ${words(latest.value)} (${latest.name})`;
}

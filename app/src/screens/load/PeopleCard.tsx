import { Card } from '../../ui';
import { medianOf } from './loadRows';
import type { LoadRow, Which } from './loadRows';
import { measures, run } from './loadWords';
import type { Measure } from './loadWords';

/** Everybody with their numbers, each with the median beside it and a bar that says the same to the eye. */
export function PeopleCard({ rows, which, nameOf }: { rows: readonly LoadRow[]; which: Which; nameOf: (userId: string) => string }) {
  const scales = measures[which].map((measure) => ({ measure, ...scaleOf(rows, measure) }));
  const runs = scaleOf(rows, run);
  return (
    <Card flush title={which === 'last' ? 'Most pages at night first' : 'Most hours first'}>
      <ol className="load-people tabular">
        {rows.map((row) => (
          <li key={row.userId} data-testid="load-row">
            <h3>{nameOf(row.userId)}</h3>
            <dl className="load-measures">
              {scales.map(({ measure, median, most }) => <One key={measure.key} measure={measure} count={row[measure.key]} median={median} most={most} alone={rows.length < 2} />)}
            </dl>
            <p className="load-run">{run.title}: <b>{run.words(row.longestRun)}</b>{rows.length < 2 ? null : <span> · median {runs.median}</span>}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** `alone`: one person has nobody to be compared with. */
function One({ measure: { title, words }, count, median, most, alone }: { measure: Measure; count: number; median: number; most: number; alone: boolean }) {
  const part = (many: number) => `${most > 0 ? (many / most) * 100 : 0}%`;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <span className="load-count"><b>{words(count)}</b>{alone ? null : <span className="quiet"> median {words(median)}</span>}</span>
        <span className="load-bar" aria-hidden="true"><i style={{ inlineSize: part(count) }} />{alone ? null : <s style={{ insetInlineStart: part(median) }} />}</span>
      </dd>
    </div>
  );
}

function scaleOf(rows: readonly LoadRow[], { key }: Measure): { median: number; most: number } {
  const counts = rows.map((row) => row[key]);
  return { median: medianOf(counts), most: Math.max(0, ...counts) };
}

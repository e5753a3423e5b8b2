import { Card } from '../../ui';
import { figures, type Line } from './noiseView';

/** All figures of all lines at once; on a phone it scrolls sideways, the names stay. */
export function FiguresTable({ lines, nameOf, serviceOf }: { lines: readonly Line[]; nameOf: (line: Line) => string; serviceOf: (serviceId: string) => string }) {
  return (
    <Card flush>
      {/* What scrolls must be reached by keyboard. */}
      <div className="noise-scroll" role="region" aria-label="Figures" tabIndex={0}>
        <table className="noise-figures">
          <caption className="visually-hidden">What led to nothing in the last 90 days</caption>
          <thead><tr><th scope="col">Name</th>{figures.map(([head]) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.of === 'alert' ? `${line.serviceId} ${String(line.titled)} ${line.name}` : line.ruleId}>
                <th scope="row">{nameOf(line)}{line.of === 'alert' ? <span className="quiet small">{serviceOf(line.serviceId)}</span> : null}</th>
                {figures.map(([head, of]) => <td key={head}>{of(line).toLocaleString('en')}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

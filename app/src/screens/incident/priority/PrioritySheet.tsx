import { Link } from 'react-router-dom';
import type { Priority } from '#domain/priority/priority';
import { Sheet } from '../../../ui';
import { impactLevels, matrixOf, pressureLevels, priorityWords } from './matrix';
import './priority.css';

type Placed = Priority & { title: string };

/** The open incidents in the risk matrix, how much each hurts by how fast it must be looked at, and the same as a list. */
export default function PrioritySheet({ priorities, incidentId, open, onClose }: { priorities: readonly Placed[]; incidentId: string; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Which first">
      <table className="matrix">
        <caption className="visually-hidden">Open incidents by impact (rows) and pressure (columns)</caption>
        <thead>
          <tr><td />{Object.entries(pressureLevels).map(([level, words]) => <th key={level} scope="col">{words}</th>)}</tr>
        </thead>
        <tbody>
          {matrixOf(priorities).map(({ impact, cells }) => (
            <tr key={impact}>
              <th scope="row">{impactLevels[impact]}</th>
              {cells.map(({ pressure, score, incidents }) => (
                <td key={pressure} className={`matrix-${score >= 12 ? 'high' : score >= 6 ? 'middle' : 'low'}`}>
                  {incidents.map((each) => <Mark key={each.id} priority={each} isThis={each.id === incidentId} onGo={onClose} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="matrix-list">
        {priorities.map((each) => (
          <li key={each.id} aria-current={each.id === incidentId ? 'true' : undefined}>
            {each.id === incidentId ? <b>{each.title}</b> : <Link to={`/incidents/${each.id}`} onClick={onClose}>{each.title}</Link>}
            <span className="tabular">{priorityWords(each)}{each.id === incidentId ? ' This one.' : ''}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

/** The place of one incident; this one is filled, and no link to where one is. */
function Mark({ priority: { id, rank, title }, isThis, onGo }: { priority: Placed; isThis: boolean; onGo: () => void }) {
  if (isThis) return <span className="matrix-mark matrix-this tabular" aria-label={`This incident, ${rank}`} role="img">{rank}</span>;
  return <Link className="matrix-mark tabular" to={`/incidents/${id}`} aria-label={`${rank}: ${title}`} onClick={onGo}>{rank}</Link>;
}

import type { Figures } from '#domain/metrics/figures';
import { Card } from '../../ui';
import { lengthWords } from './words';

const ways = [
  { key: 'accepted', title: 'Accepted to sent' }, { key: 'received', title: 'Sent to received' }, { key: 'answered', title: 'Received to acknowledged' },
] as const;

/** The pager's own service level: how long the first page of an incident took on each part of its way. */
export function PagerCard({ figures }: { figures: Figures }) {
  return (
    <Card title="The pager itself">
      <table className="metrics-table metrics-pager" data-testid="metrics-pager">
        <caption className="visually-hidden">How long the first page of an incident took</caption>
        <thead><tr><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th></tr></thead>
        {ways.map(({ key, title }) => {
          const level = figures[key];
          return (
            <tbody key={key}>
              <tr><th scope="rowgroup" colSpan={3}>{title} <span className="quiet">{level === null ? 'not measured' : `of ${level.count.toLocaleString('en')}`}</span></th></tr>
              {level === null ? null : <tr>{[level.p50, level.p95, level.p99].map((value, index) => <td key={index}>{lengthWords(value)}</td>)}</tr>}
            </tbody>
          );
        })}
      </table>
      <p className="quiet small">The first page of each incident: 50, 95 and 99 of a hundred took no longer. What was held back on purpose, to see whether it ends by itself, counts with that wait.</p>
    </Card>
  );
}

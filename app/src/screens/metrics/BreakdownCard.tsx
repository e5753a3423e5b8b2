import { useMemo, useState } from 'react';
import { Severity } from '#domain/incident/severity';
import { Card, QuietAction, SegmentPanel, Segments, SeverityMark } from '../../ui';
import { breakdownOf, type Kind, kinds, type Line } from './breakdown';
import type { Entry } from './selection';
import type { Names } from './useNames';

/** So many at first: the rest is a tap away. */
const atFirst = 8;
const explained: Record<Kind, string> = {
  service: 'All pages of a service’s incidents.', severity: 'All pages of a severity’s incidents.',
  team: 'Incidents that the team’s members of today had, and pages that they got. Who is in two teams counts in both.',
  person: 'Incidents that they had, and pages that they got, also for incidents that somebody else had.',
};

/** Who and what the incidents and pages fell on. */
export function BreakdownCard({ rows, names }: { rows: readonly Entry[]; names: Names }) {
  const [kind, setKind] = useState<Kind>('service');
  const [all, setAll] = useState(false);
  const lines = useMemo(() => breakdownOf(rows, kind, names.teams), [rows, kind, names.teams]);
  const shown = all ? lines : lines.slice(0, atFirst);
  return (
    <Card flush title="What they fell on">
      <Segments label="By" segments={kinds} current={kind} onChange={(next) => { setKind(next); setAll(false); }} />
      <SegmentPanel segment={kind}>
        <div className="metrics-inside">
          {lines.length === 0 ? <p className="quiet">There is no team.</p> : (
            <table className="metrics-table" data-testid={`metrics-by-${kind}`}>
              <caption className="visually-hidden">Incidents and pages by {kind}</caption>
              <thead><tr><th scope="col">{kinds.find(({ key }) => key === kind)?.title}</th><th scope="col">Incidents</th><th scope="col">Pages</th><th scope="col">At night</th></tr></thead>
              <tbody>{shown.map((line) => <OfOne key={line.id ?? 'nobody'} line={line} kind={kind} names={names} />)}</tbody>
            </table>
          )}
          {shown.length < lines.length ? <QuietAction onClick={() => setAll(true)}>Show all {lines.length}</QuietAction> : null}
          <p className="quiet small">{explained[kind]}</p>
        </div>
      </SegmentPanel>
    </Card>
  );
}

function OfOne({ line: { id, incidents, pages, nightPages }, kind, names }: { line: Line; kind: Kind; names: Names }) {
  return (
    <tr>
      <th scope="row">{nameOf(id, kind, names)}</th>
      {[incidents, pages, nightPages].map((count, index) => <td key={index}>{count.toLocaleString('en')}</td>)}
    </tr>
  );
}

function nameOf(id: string | null, kind: Kind, { serviceOf, nameOf, teams }: Names) {
  if (id === null) return 'Nobody had it';
  switch (kind) {
    case 'service': return serviceOf(id);
    case 'severity': { const severity = Severity.safeParse(id); return severity.success ? <SeverityMark severity={severity.data} /> : id; }
    case 'team': return teams[id]?.name ?? id;
    case 'person': return nameOf(id);
    default: return kind satisfies never;
  }
}

import { useMemo, useState } from 'react';
import type { Change } from '#domain/incident/timeline';
import { timelineOf } from '../../live/incidents';
import { useWide } from '../../layout/useWide';
import { useLive } from '../../live/useLive';
import { Card, QuietAction, useMinute } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { EntryLine } from '../incident/timeline/EntryLine';
import { type Line, linesOf } from '../incident/timeline/lines';
import '../incident/timeline.css';

/** What carries the story; the rest is there for the asking. */
const telling: ReadonlySet<Change['type']> = new Set<Change['type']>(['triggered', 'retriggered', 'acknowledged', 'severitySet', 'milestone', 'monitoring', 'resolved', 'reopened', 'decided', 'note', 'merged']);
const utc = { zone: 'UTC', full: true } as const;

/** The incident's own timeline, in UTC, oldest first: its turning points, and everything on demand. */
export function TimelinePart({ incidentId }: { incidentId: string }) {
  const live = useLive(useMemo(() => timelineOf(incidentId), [incidentId]));
  const now = useMinute();
  // On a phone what people write comes first.
  const [view, setView] = useState<'none' | 'short' | 'all'>(useWide() ? 'short' : 'none');
  const choice = (key: typeof view, words: string) => <QuietAction outlined aria-expanded={view === key} onClick={() => setView(view === key ? 'none' : key)} data-testid={`timeline-${key}`}>{view === key ? 'Hide' : words}</QuietAction>;
  return (
    <Card title="Timeline (UTC)">
      <Reading live={live} label="Loading the timeline" rows={2}>
        {(entries) => {
          const all = linesOf(entries, [], 'all').filter((line): line is Extract<Line, { kind: 'entry' }> => line.kind === 'entry');
          const short = all.filter(({ changes }) => changes.some(({ type }) => telling.has(type)));
          if (all.length === 0) return <p className="quiet">Nothing has been told of it.</p>;
          return (
            <div className="post-mortem-timeline">
              {view === 'none' ? null : <ol className="timeline timeline-full">{(view === 'all' ? all : short).map((line) => <EntryLine key={line.key} incidentId={incidentId} line={line} now={now} clock={utc} />)}</ol>}
              <div className="post-mortem-told">
                {short.length === 0 || short.length === all.length ? null : choice('short', `Show the ${counted(short.length, 'turning point')}`)}
                {choice('all', all.length === 1 ? 'Show the one entry' : `Show all ${all.length} entries`)}
              </div>
            </div>
          );
        }}
      </Reading>
    </Card>
  );
}

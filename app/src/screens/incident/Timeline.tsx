import type { TimelineEntry } from '#domain/incident/timeline';
import { changeWords } from '#domain/incident/words';
import { whenWords } from '#domain/time/words';
import { timelineOf } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Failure, Skeleton, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import './timeline.css';

/** Everything that happened, newest first: what one wants at night is what was last. */
export default function Timeline({ incidentId }: { incidentId: string }) {
  const live = useLive(timelineOf(incidentId));
  const entries = known(live);
  if (live.state === 'loading') return <Skeleton label="Loading the timeline" />;
  if (live.state === 'failed') return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
  return <ol className="timeline" reversed>{[...(entries ?? [])].reverse().map((entry) => <OneEntry key={entry.id} entry={entry} />)}</ol>;
}

function OneEntry({ entry }: { entry: TimelineEntry }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { actor } = entry;
  return (
    <li>
      <time className="timeline-time tabular" dateTime={new Date(entry.at).toISOString()}>{whenWords(entry.at, now, timeZone)}</time>
      <div className="timeline-words">
        {entry.changes.map((change, index) => (change.type === 'logs'
          ? <Logs key={index} words={changeWords(change, actor)} text={change.text} />
          : <p key={index} className={change.type === 'note' ? 'timeline-note' : undefined}>{changeWords(change, actor)}</p>))}
        {entry.changes.some(({ type }) => type === 'note') && actor.kind === 'person' ? <p className="quiet small">{actor.name}</p> : null}
      </div>
    </li>
  );
}

/** Pasted logs, folded: a thousand lines must not bury what happened before them. */
function Logs({ words, text }: { words: string; text: string }) {
  const lines = text.split('\n').length;
  return (
    <details className="timeline-logs">
      <summary>{words} <span className="quiet tabular">· {lines} {lines === 1 ? 'line' : 'lines'}</span></summary>
      <pre tabIndex={0} aria-label="Logs">{text}</pre>
    </details>
  );
}

import { memo } from 'react';
import { Icon } from '../../../ui';
import { changeLine } from './changeDetail';
import type { Line } from './lines';
import { Note } from './Note';
import { Output } from './Output';
import { sorts } from './sorts';
import { type Clock, shownTime } from './when';

type Props = { incidentId: string; line: Extract<Line, { kind: 'entry' }>; now: number; clock: Clock };

/** One commit's news: when, what sort, and each change in words. Kept as it is while only others change. */
export const EntryLine = memo(function EntryLine({ incidentId, line: { entry, changes, at, addedLater }, now, clock }: Props) {
  const time = (moment: number) => shownTime(moment, now, clock);
  const sort = sorts[(changes.find(({ type }) => sorts[type].tone !== 'plain') ?? changes[0])?.type ?? 'note'];
  const { actor, tappedAt } = entry;
  return (
    <li className={`timeline-line timeline-${sort.tone}`} data-testid="timeline-entry" data-types={changes.map(({ type }) => type).join(' ')}>
      <time className="timeline-time tabular" dateTime={new Date(at).toISOString()}>{time(at)}</time>
      <span className="timeline-icon"><Icon name={sort.icon} size={18} /></span>
      <div className="timeline-words">
        {changes.map((change, index) => {
          if (change.type === 'note') return <Note key={index} incidentId={incidentId} change={change} author={actor.kind === 'person' ? actor.name : null} />;
          const { words, output } = changeLine(change, actor, time);
          if (output !== null) return <Output key={index} words={words} text={output} label={change.type === 'logs' ? 'Logs' : 'Result'} folded={change.type === 'logs'} />;
          return <p key={index}>{words}</p>;
        })}
        {addedLater === null ? null : <p className="quiet small tabular">added later at {time(addedLater)}</p>}
        {tappedAt === undefined ? null : <p className="quiet small tabular">tapped {time(tappedAt)} without a network, arrived {time(entry.at)}</p>}
      </div>
    </li>
  );
});

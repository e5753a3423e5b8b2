import { useState } from 'react';
import type { Preview } from '#domain/proof/proof';
import { usePerson } from '../../session/useSession';
import { QuietAction } from '../../ui';
import { ChannelMark, channelNames } from './ChannelMark';
import { preciseTime, previewRows } from './previewRows';
import type { PreviewRow } from './previewRows';
import './coverage.css';

/** So many lines are read at once: the first round of most policies. */
const FEW = 14;

/** Who would be paged, line by line: when, who and in which place, on what. `now` (ms since epoch) tells today from other days. */
export function PreviewTimeline({ preview, now, zone }: { preview: Preview; now: number; zone: string }) {
  const [all, setAll] = useState(false);
  const rows = previewRows(preview, now, zone);
  const few = rows.slice(0, FEW);
  // No heading over nothing at the end.
  const shown = all || rows.length <= FEW + 3 ? rows : few.slice(0, few.findLastIndex(({ kind }) => kind === 'message' || kind === 'words') + 1);
  const last = rows.at(-1);
  if (rows.length === 0) return <p>Nobody would be paged.</p>;
  return (
    <>
      <ol className="preview" data-testid="preview">
        {shown.map((row, index) => <Line key={index} row={row} zone={zone} />)}
      </ol>
      {shown.length < rows.length ? <QuietAction onClick={() => setAll(true)}>Show all, until {last ? preciseTime(last.at, zone) : ''}</QuietAction> : null}
    </>
  );
}

function Line({ row, zone }: { row: PreviewRow; zone: string }) {
  const { userId } = usePerson();
  if (row.kind === 'day' || row.kind === 'round') return <li className={`preview-${row.kind}`}>{row.text}</li>;
  const time = <time className={row.sameTime ? 'preview-same' : undefined} dateTime={new Date(row.at).toISOString()}>{preciseTime(row.at, zone)}</time>;
  if (row.kind === 'words') return <li className="preview-words">{time}<span /><span>{row.text}</span></li>;
  const { name, why, channel, lastResort } = row.message;
  // A destination has no place in the policy; what it is told, it is told as a word.
  const place = lastResort ? 'last resort' : row.message.userId === null ? why.toLowerCase() : why;
  const isMe = row.message.userId !== null && row.message.userId === userId;
  return (
    <li className={isMe ? 'preview-me' : undefined}>
      {time}
      <ChannelMark channel={channel} />
      <span><b>{isMe ? 'You' : name}</b>{place === '' ? '' : ` (${place})`} <span className="quiet">{channelNames[channel]}</span></span>
    </li>
  );
}

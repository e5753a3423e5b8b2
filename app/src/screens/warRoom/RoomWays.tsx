import { dialHref } from '#domain/room/room';
import type { Room } from '#domain/room/room';
import { Icon } from '../../ui';
import './war-room.css';

/** The ways into a room, each one tap: the video call, then the numbers with their codes. */
export function RoomWays({ room: { name, url, dialIns } }: { room: Room }) {
  return (
    <div className="room-ways">
      {url === null ? null : (
        <a className="room-way" href={url} target="_blank" rel="noopener noreferrer" data-testid="room-join"><Icon name="open" size={20} /><span>Join {name}<small>{new URL(url).host}</small></span></a>
      )}
      {dialIns.map((dialIn, index) => (
        <a className="room-way tabular" key={`${dialIn.number} ${index}`} href={dialHref(dialIn)} data-testid="room-dial">
          <Icon name="phone" size={20} /><span>Dial {dialIn.number}<small>{[dialIn.label, dialIn.code === '' ? 'no code' : `code ${dialIn.code}`].filter((part) => part !== '').join(' · ')}</small></span>
        </a>
      ))}
    </div>
  );
}

import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { dialHref, type Room as RoomOf, type WarRoom } from '#domain/room/room';
import { known } from '../../../live/live';
import { useLive } from '../../../live/useLive';
import { warRoomSettings } from '../../../live/warRoom';
import { Card, Icon, PrimaryAction, QuietAction } from '../../../ui';
import { useOpening } from '../useOpening';
import { useSending } from '../useSending';
import { dialWords, placeOf, shownRoom } from './shownRoom';
import './room.css';

const RoomSheet = lazy(() => import('./RoomSheet'));

/** Where people meet: one tap to join or to dial, and the room to go to when the first is down. `offersStanding`: also the standing room that nobody has opened. */
export function Room({ incident, offersStanding }: { incident: Incident; offersStanding: boolean }) {
  const settings = known(useLive(warRoomSettings)) ?? null;
  const sheet = useOpening<true>();
  const { sending, send } = useSending();
  const shown = shownRoom(incident, settings);
  const open = (warRoom: WarRoom) => { void send('open', { type: 'setWarRoom', incidentId: incident.id, warRoom }); };
  if (shown === null || (!shown.isOpen && !offersStanding)) return null;
  return (
    <Card title="War room" action={<QuietAction onClick={() => sheet.show(true)} data-testid="change-room">{incident.warRoom === null ? 'Another' : 'Change'}</QuietAction>}>
      <div className="room" data-testid="war-room">
        <Main room={shown.warRoom.main} onOpen={shown.isOpen ? null : () => open(shown.warRoom)} busy={sending === 'open'} />
        {shown.warRoom.backup === null ? null : <Backup room={shown.warRoom.backup} />}
      </div>
      <Suspense fallback={null}>{sheet.about === null ? null : <RoomSheet incident={incident} standing={settings?.standing ?? null} open={sheet.open} onClose={sheet.close} />}</Suspense>
    </Card>
  );
}

/** `onOpen`: it is the standing room; the tap that joins it opens it for everybody. */
function Main({ room, onOpen, busy }: { room: RoomOf; onOpen: (() => void) | null; busy: boolean }) {
  const words = onOpen === null ? `Join ${room.name}` : 'Open the standing room';
  return (
    <>
      {onOpen === null ? null : <p className="room-words">{room.name}. Nobody has opened it for this incident yet.</p>}
      {room.url !== null ? (
        <a className="action action-primary action-plain" href={room.url} target="_blank" rel="noopener noreferrer" data-testid="join-room" onClick={() => onOpen?.()}>
          <Icon name="open" /><span>{words}<span className="room-place">{placeOf(room)}</span></span>
        </a>
      ) : onOpen === null ? <p className="room-words">{room.name}</p> : <PrimaryAction guarded tone="plain" busy={busy} onClick={onOpen} data-testid="open-standing">{words}</PrimaryAction>}
      <Dials room={room} />
    </>
  );
}

function Backup({ room }: { room: RoomOf }) {
  return (
    <div className="room-backup">
      <p className="room-words">If it is down: <b>{room.name}</b></p>
      {room.url === null ? null : (
        <a className="room-line" href={room.url} target="_blank" rel="noopener noreferrer" data-testid="join-backup"><Icon name="open" size={20} /><span>Join {room.name}<span className="room-place">{placeOf(room)}</span></span></a>
      )}
      <Dials room={room} />
    </div>
  );
}

function Dials({ room }: { room: RoomOf }) {
  if (room.dialIns.length === 0) return null;
  return (
    <ul className="room-dials" aria-label={`Dial in to ${room.name}`}>
      {room.dialIns.map((dialIn) => (
        <li key={`${dialIn.number} ${dialIn.code}`}>
          <a className="room-line" href={dialHref(dialIn)} data-testid="dial-room"><Icon name="phone" size={20} /><span>{dialIn.label === '' ? 'Dial in' : dialIn.label}<span className="room-place tabular">{dialWords(dialIn)}</span></span></a>
        </li>
      ))}
    </ul>
  );
}

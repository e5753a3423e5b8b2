import type { WarRoom } from '../room/room';
import type { Decision } from './decision';
import type { Incident } from './incident';
import { andThen, turnOf } from './turn';

/** Opens a room for this incident, changes it, or (null) closes it. */
export function setWarRoom(incident: Incident, warRoom: WarRoom | null): Decision {
  if (JSON.stringify(incident.warRoom) === JSON.stringify(warRoom)) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, warRoom }, [{ type: 'warRoomSet', name: warRoom?.main.name ?? null }]) };
}

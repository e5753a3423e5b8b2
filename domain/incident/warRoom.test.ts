import { describe, expect, it } from 'vitest';
import { sampleIncident } from '../samples';
import type { Decision } from './decision';
import { Incident } from './incident';
import { setWarRoom } from './warRoom';

function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const room = { main: { name: 'Bridge', url: 'https://meet.test/bridge', dialIns: [] }, backup: null };

describe('the war room of an incident', () => {
  it('is opened, is said, and is closed', () => {
    const open = turnOf(setWarRoom(sampleIncident(), room));
    expect([open.incident.warRoom, open.changes]).toEqual([room, [{ type: 'warRoomSet', name: 'Bridge' }]]);
    expect(setWarRoom(open.incident, structuredClone(room))).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(turnOf(setWarRoom(open.incident, null)).changes).toEqual([{ type: 'warRoomSet', name: null }]);
    expect(setWarRoom(sampleIncident(), null)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(done(setWarRoom(open.incident, { ...room, backup: room.main })).warRoom?.backup?.name).toBe('Bridge');
  });
});

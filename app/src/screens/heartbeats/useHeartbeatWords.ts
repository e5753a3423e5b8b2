import { heartbeatWords } from '#domain/heartbeat/beat';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import { useZone } from '../../session/useZone';
import { useNow } from '../../ui';

/** How heartbeats stand, in words for now. Within a minute of a ping they count seconds, then whole minutes: a list that ticks distracts. */
export function useHeartbeatWords(): (heartbeat: Heartbeat) => string {
  const now = useNow();
  const zone = useZone();
  return (heartbeat) => heartbeatWords(heartbeat, calmNow(heartbeat.lastPingAt, now), zone);
}

/** `now`, cut so that a time since `lastPingAt` (both ms since epoch) of a minute or more is told in whole minutes. */
export function calmNow(lastPingAt: number | null, now: number): number {
  const since = lastPingAt === null ? 0 : now - lastPingAt;
  return since < 60_000 ? now : now - (since % 60_000);
}

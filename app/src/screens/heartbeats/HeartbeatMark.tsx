import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import { Icon } from '../../ui';
import './heartbeats.css';

/** A heartbeat's state as a drawing; the words beside it say the same. */
export function HeartbeatMark({ heartbeat: { enabled, state } }: { heartbeat: Heartbeat }) {
  if (!enabled) return <span className="heartbeat-mark"><Icon name="silence" /></span>;
  switch (state) {
    case 'late': return <span className="heartbeat-mark heartbeat-mark-late"><Icon name="warning" /></span>;
    case 'alive': return <span className="heartbeat-mark heartbeat-mark-alive"><Icon name="check" /></span>;
    case 'waiting': return <span className="heartbeat-mark"><Icon name="clock" /></span>;
    default: return state satisfies never;
  }
}

import { z } from 'zod';
import { Severity } from '../../incident/severity';
import { Instant, SECOND } from '../../time/instant';
import { durationWords } from '../../time/words';
import { type Parsed, parsedRequest, type Source } from '../parsed';
import { clipped, issuesOf, keyOf, lastInstant } from '../text';
import { connect } from './connect';
import { demo } from './demo';

const Moment = Instant.min(0).max(lastInstant).nullable();

/** What Rouse itself reports about a heartbeat: `late` when no ping came by `dueAt`, `alive` at the next one. Times are ms since epoch. */
export const HeartbeatReport = z.object({
  heartbeatId: z.string().min(1), name: z.string().min(1), state: z.enum(['late', 'alive']), severity: Severity,
  lastPingAt: Moment, dueAt: Moment, periodSeconds: z.number().int().min(1),
});
export type HeartbeatReport = z.infer<typeof HeartbeatReport>;

function parse(body: unknown): Parsed {
  const read = HeartbeatReport.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { heartbeatId, name, state, severity, lastPingAt, dueAt, periodSeconds } = read.data;
  const isLate = state === 'late';
  // A parser has no clock: how long it is silent is known as far as the moment at which it became late.
  const silent = lastPingAt === null || dueAt === null ? '' : ` for ${durationWords(dueAt - lastPingAt)}`;
  return parsedRequest([{
    dedupKey: keyOf(`heartbeat:${heartbeatId}`, 1000), groupKey: null, status: isLate ? 'firing' : 'resolved',
    title: clipped(isLate ? `No ping from ${name}${silent}` : `${name} pings again`, 300),
    description: isLate ? `A ping is expected every ${durationWords(periodSeconds * SECOND)}.` : '', severityWord: severity,
    name: clipped(name, 300) || null, service: null,
    // What pings has been silent since its last one, and is in trouble since the next was due.
    startedAt: isLate ? dueAt : null, endedAt: isLate ? null : lastPingAt, links: [], labels: { heartbeat: clipped(name, 512) },
  }]);
}

export const heartbeat: Source = {
  name: 'heartbeat', label: 'Heartbeat', maxBytes: 512 * 1024, parse, whenBusy: 503, internal: true, signature: null, demo, connect,
};

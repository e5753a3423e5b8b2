import { z } from 'zod';
import { momentOf } from '../moments';
import { type Issue, type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Fields, Filled, filled, firstSaid, isObject, jsonIn, labelsOf, List, tagLabels } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** By a GET, and from a form, the heartbeat and the monitor are JSON in a text. Both are null in test and expiry notices. */
export const UptimeKumaBody = z.object({
  msg: Filled,
  heartbeat: Fields.pipe(z.object({ status: Filled, monitorID: Filled, monitor_id: Filled, time: Filled, msg: Filled })),
  monitor: Fields.pipe(z.object({
    id: Filled, name: Filled, pathName: Filled, url: Filled, hostname: Filled, port: Filled, type: Filled, description: Filled, tags: List,
  })),
});
export type UptimeKumaBody = z.infer<typeof UptimeKumaBody>;

function parse(body: unknown): Parsed {
  const read = UptimeKumaBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  if (isObject(body) && isObject(jsonIn(body.heartbeat))) return beat(read.data);
  return read.data.msg === '' ? refused('msg', 'is needed where there is no heartbeat: use a body preset, or send {{ msg }} too') : notice(read.data);
}

/** Statuses of a heartbeat as Uptime Kuma's source numbers them (src/util.ts): 2 is still being tried, 3 is planned. */
function beat(body: UptimeKumaBody): Parsed {
  const { heartbeat, monitor, msg } = body;
  if (heartbeat.status === '2' || heartbeat.status === '3') return parsedRequest([]);
  if (heartbeat.status !== '0' && heartbeat.status !== '1') return refused('heartbeat.status', 'must be 0 (down), 1 (up), 2 (pending) or 3 (maintenance)');
  const key = firstSaid(monitor.id, heartbeat.monitorID, heartbeat.monitor_id, monitor.name);
  if (key === '') return refused('monitor.id', 'is needed: it tells which monitor is meant');
  const status = heartbeat.status === '0' ? 'firing' : 'resolved';
  const [at, title] = [momentOf(heartbeat.time), firstSaid(monitor.name, namedIn(msg)?.name ?? '', `Monitor ${key}`)];
  return parsedRequest([{
    ...alert(status, key, title, firstSaid(heartbeat.msg, msg), monitor),
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
  }]);
}

/**
 * A message alone: the test button's ends with "Testing"; a custom body may send no more than the message of a heartbeat; anything else tells that
 * a certificate or a domain expires, which nothing takes back.
 */
function notice({ msg, monitor }: UptimeKumaBody): Parsed {
  if (/\bTesting\W*$/i.test(msg.slice(-40))) return parsedRequest([alert('firing', 'test', msg, msg, monitor)], { test: true });
  const named = namedIn(msg);
  if (named?.state === 'down' || named?.state === 'up') {
    return parsedRequest([alert(named.state === 'down' ? 'firing' : 'resolved', monitor.id || named.name, monitor.name || named.name, named.text, monitor)]);
  }
  return parsedRequest([{ ...alert('firing', expiryKey(msg), msg, msg, monitor), severityWord: 'warning' }]);
}

function alert(status: ParsedAlert['status'], key: string, title: string, description: string, monitor: UptimeKumaBody['monitor']): ParsedAlert {
  const tags = tagLabels(monitor.tags.filter(isObject).map(({ name, value }) => [filled(name), filled(value)].filter(Boolean).join(':')));
  const { type, hostname, port } = monitor;
  return {
    dedupKey: keyOf(key, 1000), groupKey: null, status, title: clipped(title, 300) || 'Monitor without a name', description: clipped(description, 4000),
    severityWord: null, name: clipped(monitor.name, 300) || null, service: clipped(tags.service || monitor.pathName, 300) || null,
    startedAt: null, endedAt: null,
    // What is no web address, such as the bare `https://` of a ping, makes no link.
    links: safeLinks([{ href: monitor.url, text: 'Monitored address' }]),
    labels: safeLabels({ ...labelsOf({ type, hostname, port, url: monitor.url.length > 8 ? monitor.url : '', description: monitor.description }), ...tags }),
  };
}

/** `[name] [🔴 Down] text`, as the message of a heartbeat begins. */
function namedIn(msg: string): { name: string; state: 'down' | 'up' | 'other'; text: string } | undefined {
  const [, name, word, text] = /^\[(.{1,300}?)\] \[([^\]]{1,40})\](.*)$/s.exec(msg.slice(0, 8000)) ?? [];
  if (name === undefined || word === undefined || text === undefined) return undefined;
  const state = /\bdown$/i.test(word) ? 'down' : /\bup$/i.test(word) ? 'up' : 'other';
  return { name, state, text: text.trim() };
}

/** An expiry without the days that are left, or each day would be another alert: name and address, as in `[name][url] … will expire in 7 days`. */
function expiryKey(msg: string): string {
  const named = /^\[.{1,300}?\]\[[^\]]{0,2000}\]/s.exec(msg)?.[0];
  return `notice:${named ?? msg.split(' will expire')[0] ?? msg}`;
}

const refused = (path: string, message: string): { ok: false; issues: Issue[] } => ({ ok: false, issues: [{ path, message }] });

export const uptimekuma: Source = {
  name: 'uptimekuma', label: 'Uptime Kuma', maxBytes: 512 * 1024, parse, whenBusy: 503, viaQuery: true, signature: null, demo, connect,
};

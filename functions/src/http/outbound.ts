import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestInTheClear } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLocal } from '../firebase';

/** The URL itself is at fault: not https, or inside a private network. Asking it again changes nothing, where other errors may pass. */
export class RefusedUrl extends Error {}

const refused = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3],
] as const) refused.addSubnet(network, bits, 'ipv4');
// An IPv4 address written as IPv6 (::ffff:10.0.0.1) is held against the IPv4 rules by BlockList itself.
// Nor by what carries an IPv4 address inside: translation, 6to4, Teredo.
for (const [network, bits] of [['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2001::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) {
  refused.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is one that outbound requests must not reach: private, link-local (a cloud's metadata server), loopback, multicast. */
export function isPrivateAddress(address: string): boolean {
  return refused.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Looks a name up and refuses it when any of its addresses is private: checked where the connection is made, so no second look-up can differ. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const bad = addresses.find(({ address }) => isPrivateAddress(address));
    const [first] = addresses;
    if (bad !== undefined || first === undefined) return done(new RefusedUrl(`${hostname} has a private address`), []);
    return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
  });
};

/** Why a URL may not be asked at all; undefined where it may. An address in place of a name is never looked up, so it is judged here. */
function objection(url: string): RefusedUrl | undefined {
  if (!URL.canParse(url)) return new RefusedUrl('this is no URL');
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return new RefusedUrl(`${protocol} is not https:`);
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 && isPrivateAddress(address) ? new RefusedUrl(`${hostname} is a private address`) : undefined;
}

type Asking = { method: 'GET' | 'POST'; headers?: Record<string, string>; timeout?: number };

/**
 * The request itself. In local mode ROUSE_FAKE_OUTBOUND (`host:port`) has every one end at a stand-in, in the clear and with the Host header of the
 * server that was meant; names are not looked up then. A deployed function never comes by that line (`isLocal`).
 */
function send(url: string, asking: Asking, answered: (response: IncomingMessage) => void): ClientRequest {
  const standIn = isLocal ? process.env.ROUSE_FAKE_OUTBOUND ?? '' : '';
  if (standIn === '') return request(url, { ...asking, lookup: publicLookup }, answered);
  const [hostname, port] = standIn.split(':');
  const { host, pathname, search } = new URL(url);
  return requestInTheClear({ ...asking, hostname, port, path: `${pathname}${search}`, headers: { ...asking.headers, Host: host }, agent: false }, answered);
}

/** GETs an https URL without following redirects; resolves with the status. Rejects private addresses and after 5 s. */
export function ping(url: string): Promise<number> {
  const refusal = objection(url);
  if (refusal !== undefined) return Promise.reject(refusal);
  return new Promise((resolve, reject) => {
    const sent = send(url, { method: 'GET', timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in 5 s')));
    sent.on('error', reject);
    sent.end();
  });
}

type Limits = { maxBytes: number; timeoutMs: number };
type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/**
 * GETs the text (UTF-8) at an https URL that a stranger may have chosen. A redirect is an answer like any other: it is not followed. Rejects what
 * is not https, private addresses (judged where the connection is made), more than `maxBytes`, and when it is not all here after `timeoutMs`.
 */
export async function fetchText(url: string, limits: Limits): Promise<{ status: number; text: string }> {
  const { status, text } = await exchange(url, { method: 'GET' }, '', { ...limits, beyond: 'reject' });
  return { status, text };
}

/**
 * POSTs a body (UTF-8) to an https URL that a stranger may have chosen, by the rules of `fetchText`. An answer of more than `maxBytes` is cut there:
 * what was sent has had its effect. Rejects with a RefusedUrl where another try would change nothing.
 */
export async function postText(url: string, body: string, headers: Record<string, string>, limits: Limits): Promise<Answer> {
  return exchange(url, { method: 'POST', headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) } }, body, { ...limits, beyond: 'cut' });
}

async function exchange(url: string, asking: Asking, body: string, { maxBytes, timeoutMs, beyond }: Limits & { beyond: 'reject' | 'cut' }): Promise<Answer> {
  const refusal = objection(url);
  if (refusal !== undefined) throw refusal;
  return new Promise((resolve, reject) => {
    // Rejected first: what had arrived of an answer may still `end` after it is destroyed, and half a text must not pass for the whole.
    const giveUp = (reason: string) => {
      const error = new Error(reason);
      reject(error);
      sent.destroy(error);
    };
    const sent = send(url, asking, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const answer = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') });
      response.on('data', (chunk: Buffer) => {
        const room = maxBytes - size;
        size += chunk.length;
        if (size <= maxBytes) return void chunks.push(chunk);
        if (beyond === 'reject') return giveUp(`the answer has more than ${maxBytes} bytes`);
        chunks.push(chunk.subarray(0, Math.max(0, room)));
        answer();
        sent.destroy();
      });
      response.on('error', reject);
      response.on('end', answer);
    });
    // All of it counts, not only silence: a server that sends a byte now and then would hold the request for ever.
    const clock = setTimeout(() => giveUp(`no whole answer in ${timeoutMs} ms`), timeoutMs);
    sent.on('close', () => clearTimeout(clock));
    sent.on('error', reject);
    sent.end(body);
  });
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { momentOf } from '#domain/ingest/moments';
import type { Integration, Signature } from '#domain/service/service';
import { HOUR, MINUTE } from '#domain/time/instant';
import { type Reply, refuse } from '../../http/reply';
import { sameDigest, sha256 } from '../../identity/identity';
import { fetchCertificate, fieldOf, verifySns } from './sns';

/** What a signature is checked against. `now`: ms since epoch. `fetchText` gets SNS's certificate; its default does so safely. */
export type SignedRequest = {
  integration: Pick<Integration, 'signature'>;
  header: (name: string) => string | undefined;
  rawBody: Buffer;
  now: number;
  secret: () => Promise<string | undefined>;
  fetchText?: (url: string) => Promise<string>;
};
type Of<Kind extends Signature['kind']> = Extract<Signature, { kind: Kind }>;

/** How far (ms) a timestamp may be off: clocks differ, and what was overheard is no use for longer. */
const tolerance = 5 * MINUTE;
/**
 * SNS signs the time of publishing, and repeats the same message for up to 3,600 s ("a hard limit", docs.aws.amazon.com/sns/latest/dg/
 * sns-message-delivery-retries.html): five minutes would refuse what it repeats after an outage of ours. Twice its limit loses nothing.
 */
const snsTolerance = 2 * HOUR;

/**
 * Whether a request proves what its integration asks for: undefined when it does (or nothing is asked); otherwise the 401 to answer, with the code
 * `signature-missing`, `signature-wrong` or `signature-too-old` and a message that names the header and what to do. A 503
 * `signature-unchecked` where SNS's certificate can't be had now: SNS repeats after that one, but not after a 401.
 */
export async function checkSignature(request: SignedRequest): Promise<Reply | undefined> {
  const { signature } = request.integration;
  switch (signature.kind) {
    case 'none':
      return undefined;
    case 'hmac':
      return checkHmac(signature, request);
    case 'token':
      return checkToken(signature, request);
    case 'sns':
      return checkSns(signature, request);
    default:
      return signature satisfies never;
  }
}

async function checkHmac({ header: name, prefix, timestampHeader, timestampSigned }: Of<'hmac'>, { header, rawBody, now, secret }: SignedRequest) {
  const sent = header(name)?.trim() ?? '';
  if (sent === '') return missing(name);
  const timestamp = timestampHeader === null ? '' : header(timestampHeader)?.trim() ?? '';
  if (timestampHeader !== null && timestampSigned && timestamp === '') return missing(timestampHeader);
  const key = await secret();
  if (key === undefined) return noSecret(name);

  const hmac = createHmac('sha256', key);
  if (timestampHeader !== null && timestampSigned) hmac.update(`${timestamp}:`);
  const expected = hmac.update(rawBody).digest();
  const hex = sent.toLowerCase().startsWith(prefix.toLowerCase()) ? sent.slice(prefix.length) : sent;
  const given = /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.alloc(0);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return refuse(401, 'signature-wrong', `${name} does not fit this body. Enter the same secret in the tool and in this integration, and let nothing `
      + 'between them change the body.');
  }
  // A time that is not signed proves nothing by being there: whoever can repeat a request can leave it out or write another. So it may be absent.
  return timestampHeader === null || timestamp === '' ? undefined : checkTime(timestampHeader, timestamp, now, tolerance);
}

async function checkToken({ header: name }: Of<'token'>, { header, secret }: SignedRequest) {
  const sent = header(name)?.trim() ?? '';
  if (sent === '') return missing(name);
  const token = await secret();
  if (token === undefined) return noSecret(name);
  // Digests are of one length, so the comparison does not tell how long the token is either.
  if (sameDigest(sha256(sent), sha256(token.trim()))) return undefined;
  return refuse(401, 'signature-wrong', `${name} is not the token of this integration. Enter the same one in the tool and in this integration.`);
}

async function checkSns({ topicArn }: Of<'sns'>, { rawBody, now, fetchText = fetchCertificate }: SignedRequest) {
  const message = jsonOf(rawBody);
  if (fieldOf(message, 'Signature') === undefined) {
    return refuse(401, 'signature-missing', 'The body has no Signature of SNS. Turn raw message delivery off in the subscription: it leaves the signature out.');
  }
  const topic = fieldOf(message, 'TopicArn') ?? 'no topic';
  if (topicArn !== null && topic !== topicArn) {
    return refuse(401, 'signature-wrong', `TopicArn is ${topic.slice(0, 300)}, but this integration takes ${topicArn}. Correct the topic in the integration.`);
  }
  const verdict = await verifySns(message, fetchText, now);
  if (verdict.ok) return checkTime('Timestamp', fieldOf(message, 'Timestamp') ?? '', now, snsTolerance);
  if (verdict.again) {
    return refuse(503, 'signature-unchecked', `The SNS message can't be checked now: ${verdict.reason}. Send it again.`, [], { 'Retry-After': '5' });
  }
  return refuse(401, 'signature-wrong', `The SNS message is refused: ${verdict.reason}. Subscribe this URL to the topic itself, with nothing in between.`);
}

function checkTime(name: string, timestamp: string, now: number, tolerated: number) {
  const at = momentOf(timestamp);
  if (at === null) return refuse(401, 'signature-wrong', `${name} is no time. It must be seconds or milliseconds since 1970, or a date.`);
  if (Math.abs(now - at) <= tolerated) return undefined;
  return refuse(401, 'signature-too-old', `${name} is more than ${tolerated / MINUTE} minutes off. Set the clock of the sender, and send each request only once.`);
}

const missing = (name: string) => refuse(401, 'signature-missing',
  `The header ${name} is missing. Enter the secret of this integration in the tool, or turn the signature off in the integration.`);

const noSecret = (name: string) => refuse(401, 'signature-wrong',
  `${name} can't be checked: this integration has no secret. Enter the tool's secret in the integration again.`);

/** undefined for what is no JSON. */
function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

import { verify, X509Certificate } from 'node:crypto';
import { isSnsHost, isSubscribeUrl, signedText } from '#domain/ingest/cloudwatch/signedText';
import type { Handshake } from '#domain/ingest/parsed';
import { fetchText } from '../../http/outbound';

/** `again`: it could not be checked now, and may pass when the same message is sent again. */
export type SnsVerdict = { ok: true } | { ok: false; reason: string; again: boolean };

/** SignatureVersion, and the digest that RSA signs (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). */
const digests = new Map<unknown, 'sha1' | 'sha256'>([['1', 'sha1'], ['2', 'sha256']]);

/** AWS has one certificate per region and year; whoever holds a key could name many, so the map is bounded. */
const maxKnown = 50;
const known = new Map<string, X509Certificate>();

/**
 * Whether SNS signed this message: by the RSA key of the certificate that it names, which must lie at an SNS host of AWS and be valid at `now`
 * (ms since epoch). `fetchText` resolves with the certificate and rejects where it can't be had; certificates are remembered by their URL.
 * It proves that AWS sent the message, of whichever topic: whose topic it is, is for the caller to compare.
 */
export async function verifySns(message: unknown, fetchText: (url: string) => Promise<string>, now = Date.now()): Promise<SnsVerdict> {
  const field = (name: string) => fieldOf(message, name);
  const [signature, url, digest] = [field('Signature'), field('SigningCertURL'), digests.get(field('SignatureVersion'))];
  const text = signedText(message);
  if (text === undefined || signature === undefined) return wrong('it is not a signed SNS message');
  if (digest === undefined) return wrong('its SignatureVersion is neither 1 nor 2');
  if (url === undefined || !isCertificateUrl(url)) return wrong('its SigningCertURL is not a certificate at an SNS host of AWS');
  const certificate = await certificateAt(url, fetchText);
  if (!(certificate instanceof X509Certificate)) return certificate;
  if (!(Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo))) return wrong('its certificate is not valid now');
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') return wrong('the key of its certificate is not an RSA key');
  const good = verify(digest, Buffer.from(text, 'utf8'), certificate.publicKey, Buffer.from(signature, 'base64'));
  return good ? { ok: true } : wrong('its signature does not fit');
}

/** A text field of an SNS message; undefined where it is none. */
export function fieldOf(message: unknown, name: string): string | undefined {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, name)) return undefined;
  const value: unknown = Reflect.get(message, name);
  return typeof value === 'string' ? value : undefined;
}

const wrong = (reason: string): SnsVerdict => ({ ok: false, reason, again: false });

/** An SNS host serves more than certificates: its API, which answers by the query with a stranger's words in it. A certificate has none. */
const isCertificateUrl = (url: string) => isSnsHost(url) && new URL(url).search === '';

async function certificateAt(url: string, fetchText: (url: string) => Promise<string>): Promise<X509Certificate | SnsVerdict> {
  const remembered = known.get(url);
  if (remembered !== undefined) return remembered;
  let pem: string;
  try {
    pem = await fetchText(url);
  } catch (error) {
    return { ok: false, reason: `its certificate could not be had (${error instanceof Error ? error.message : 'no answer'})`, again: true };
  }
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return wrong('what lies at its SigningCertURL is no certificate');
  }
  const [oldest] = known.keys();
  if (known.size >= maxKnown && oldest !== undefined) known.delete(oldest);
  known.set(url, certificate);
  return certificate;
}

/** The certificate at an SNS host. Rejects any answer but 200: SNS keeps its certificates at one address, without redirects. */
export async function fetchCertificate(url: string): Promise<string> {
  const { status, text } = await fetchText(url, { maxBytes: 32_000, timeoutMs: 5_000 });
  if (status !== 200) throw new Error(`status ${status}`);
  return text;
}

/** What a confirmation may depend on: the integration's topic, where it names one, and how the URL is visited. */
export type Confirming = { topicArn: string | null; visit?: typeof fetchText };

/**
 * Confirms a subscription that SNS asks about, by a GET of its SubscribeURL. Only at the SNS host of that topic, without following redirects, and
 * never for a goodbye: visiting that one's URL would subscribe again. The reason is a sentence for the admins; the URL, which holds
 * a token, is not in it.
 */
export async function confirmSubscription(handshake: Handshake, { topicArn, visit = fetchText }: Confirming): Promise<{ confirmed: boolean; reason: string }> {
  if (handshake.kind !== 'subscribe') return { confirmed: false, reason: 'There is no subscription to confirm.' };
  if (topicArn !== null && handshake.topicArn !== topicArn) {
    return { confirmed: false, reason: `${handshake.topicArn} is not the topic of this integration, ${topicArn}.` };
  }
  if (!isSubscribeUrl(handshake.subscribeUrl, handshake.topicArn)) {
    return { confirmed: false, reason: `The SubscribeURL is not one of SNS for ${handshake.topicArn}.` };
  }
  try {
    const { status } = await visit(handshake.subscribeUrl, { maxBytes: 64_000, timeoutMs: 5_000 });
    if (status >= 200 && status < 300) return { confirmed: true, reason: `The subscription to ${handshake.topicArn} is confirmed.` };
    return { confirmed: false, reason: `SNS answered the confirmation for ${handshake.topicArn} with ${status}. Ask for it again in the SNS console.` };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no answer';
    return { confirmed: false, reason: `SNS could not be reached to confirm ${handshake.topicArn}: ${why}. Ask for it again in the SNS console.` };
  }
}

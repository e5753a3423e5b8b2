import { clipped } from '#domain/ingest/text';
import { postText, RefusedUrl } from '../../http/outbound';
import { signatureOf } from '../../send/webhook/webhook';

/** `result`: what the webhook said, or why it said nothing; plain text, 4,000 characters at most, without its address and secret. */
export type Called = { ok: boolean; result: string };

const limits = { maxBytes: 64 * 1024, timeoutMs: 20_000 };

/** POSTs an action to its webhook, signed (Standard Webhooks), once. A redirect is not followed, and is no success. Never throws. */
export async function callAction({ url, secret }: { url: string; secret: string }, id: string, payload: object): Promise<Called> {
  const body = JSON.stringify(payload);
  const now = Date.now();
  const signature = signatureOf(secret, id, now, body);
  if (signature === undefined) return { ok: false, result: 'This webhook has no signing secret. An admin has to enter it again.' };
  try {
    const { status, text } = await postText(url, body, {
      'Content-Type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(now / 1000)), 'webhook-signature': signature,
    }, limits);
    const said = clipped(withoutSecrets(text, url, secret), 3_900);
    if (status >= 200 && status < 300) return { ok: true, result: said };
    return { ok: false, result: `It answered ${status}${said === '' ? '.' : `: ${said}`}` };
  } catch (error) {
    return { ok: false, result: reasonOf(error) };
  }
}

/** A webhook that repeats its request would write its address into the timeline, and whoever has that may post there. */
function withoutSecrets(text: string, url: string, secret: string): string {
  const { pathname, search } = new URL(url);
  const hidden = [url, secret, secret.replace(/^whsec_/, ''), `${pathname}${search}`, pathname].filter((one) => one.length > 8);
  return hidden.reduce((clean, one) => clean.replaceAll(one, '…'), text);
}

/** Why nothing was answered, in words without the address: an error's own message may have it. */
function reasonOf(error: unknown): string {
  if (error instanceof RefusedUrl) return 'Its address is refused: Rouse calls only https, and nothing in a private network.';
  if (error instanceof Error && error.message.startsWith('no whole answer')) return `It did not answer within ${limits.timeoutMs / 1000} seconds. It may still be at work: look there before you run it again.`;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `It could not be reached${code}.`;
}

import { createHmac } from 'node:crypto';
import type { ChannelResult } from '../channelResult';
import { postJson } from './post';

/** `id`: the same at every try, so that a receiver knows what it has seen; `at`: when this try is made (ms since epoch). */
type Signing = { url: string; secret: string; id: string; at: number; payload: object };

/** POSTs a signed payload (Standard Webhooks: github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). */
export async function postSigned({ url, secret, id, at, payload }: Signing): Promise<ChannelResult> {
  const body = JSON.stringify(payload);
  const signature = signatureOf(secret, id, at, body);
  if (signature === undefined) return { kind: 'failed', reason: 'notConfigured' };
  return postJson('webhook', url, body, { 'webhook-id': id, 'webhook-timestamp': seconds(at), 'webhook-signature': signature });
}

/** `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` under the secret's bytes; undefined where the secret is not `whsec_` and base64. */
export function signatureOf(secret: string, id: string, at: number, body: string): string | undefined {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  if (encoded === undefined) return undefined;
  return `v1,${createHmac('sha256', Buffer.from(encoded, 'base64')).update(`${id}.${seconds(at)}.${body}`).digest('base64')}`;
}

const seconds = (at: number) => String(Math.floor(at / 1000));

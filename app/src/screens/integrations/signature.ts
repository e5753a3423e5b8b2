import type { Source } from '#domain/ingest/parsed';
import type { Signature } from '#domain/service/service';

/** What an integration's requests must prove beside the key, in a few words. */
export function signatureWords(signature: Signature): string {
  switch (signature.kind) {
    case 'none': return 'None: the key alone';
    case 'hmac': return `Signed, in ${signature.header}`;
    case 'token': return `A token, in ${signature.header}`;
    case 'sns': return signature.topicArn === null ? 'Signed by Amazon SNS' : `Signed by Amazon SNS, ${signature.topicArn}`;
    default: return signature satisfies never;
  }
}

/** The signature to save where the tool's own scheme was chosen; null: the tool has none. */
export function signatureOf(scheme: Source['signature'], topicArn: string): Signature | null {
  if (scheme === null) return null;
  return scheme.kind === 'sns' ? { kind: 'sns', topicArn: topicArn.trim() === '' ? null : topicArn.trim() } : scheme;
}

import { sourceOf } from '#domain/ingest/sources';
import type { Signature } from '#domain/service/service';
import { Field } from '../../ui';
import { Choices } from '../configuration/Choices';
import { labelOf } from './tools';

/** What was chosen and typed about the signature. `secret` is written only: Rouse never shows one again. */
export type Signed = { on: boolean; secret: string; topicArn: string };

/** Whether requests must be signed, by the one scheme that the tool has. */
export function SignatureField({ source, stored, signed, onChange, errors }: {
  source: string; stored: Signature; signed: Signed; onChange: (signed: Signed) => void; errors: { secret: string | undefined; topicArn: string | undefined };
}) {
  const scheme = sourceOf(source)?.signature ?? null;
  const label = labelOf(source);
  if (scheme === null) return <p className="quiet small">{label} cannot sign what it sends: the key in the URL is its only secret.</p>;
  const hasSecret = stored.kind === scheme.kind && stored.kind !== 'sns';
  const inside = scheme.kind === 'sns' ? (
    <Field
      label="Topic ARN" placeholder="arn:aws:sns:eu-central-1:123456789012:rouse" value={signed.topicArn} autoCapitalize="none" spellCheck={false} error={errors.topicArn}
      hint="Only messages of this topic are taken. Empty: of any topic that has the key." onChange={(event) => onChange({ ...signed, topicArn: event.target.value })}
    />
  ) : (
    <Field
      label={scheme.kind === 'hmac' ? 'Secret' : 'Token'} type="password" autoComplete="off" value={signed.secret} error={errors.secret}
      placeholder={hasSecret ? 'A secret is set' : ''} hint={hasSecret ? 'A secret is set, and is not shown. Leave this empty to keep it.' : `The one that ${label} is given for this URL.`}
      onChange={(event) => onChange({ ...signed, secret: event.target.value })}
    />
  );
  return (
    <Choices
      legend="Signature" chosen={signed.on ? 'signed' : 'none'} onChange={(key) => onChange({ ...signed, on: key === 'signed' })}
      options={[
        { key: 'none', title: 'None', detail: 'Whoever knows the URL can send alerts.' },
        { key: 'signed', title: scheme.kind === 'sns' ? 'Signed by Amazon SNS' : `${label}’s own, in ${scheme.header}`, detail: 'What is not signed, or by somebody else, is refused.', inside },
      ]}
    />
  );
}

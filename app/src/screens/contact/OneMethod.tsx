import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import { whenWords } from '#domain/time/words';
import { useZone } from '../../session/useZone';
import { Icon, QuietAction, useMinute } from '../../ui';
import { ChannelIcon } from '../notifications/ChannelIcon';
import { TestLine } from './TestLine';
import { useChannelTest } from './useChannelTest';

/** One number or address: whether it counts, a test of each way to it, and the way out. */
export function OneMethod({ method, channels, onVerify, onRemove }: { method: ContactMethod; channels: Reach['channels']; onVerify: () => void; onRemove: () => void }) {
  const { kind, address, verifiedAt } = method;
  const zone = useZone();
  const now = useMinute();
  const ways = kind === 'phone' ? (['sms', 'voice'] as const) : (['email'] as const);
  return (
    <div className="contact-method" data-testid="contact-method">
      <span className="contact-method-icon"><ChannelIcon channel={kind === 'phone' ? 'voice' : 'email'} size={24} /></span>
      <div className="contact-method-words">
        <p className="contact-method-address tabular">{address}</p>
        {verifiedAt === null
          ? <p className="contact-warning"><Icon name="warning" size={18} /><span>Not verified: nothing is sent to it.</span></p>
          : <p className="quiet contact-detail tabular">Verified {whenWords(verifiedAt, now, zone)}</p>}
        {verifiedAt === null ? (
          <div className="contact-actions">
            <QuietAction outlined onClick={onVerify} data-testid="verify">Enter the code</QuietAction>
            <Remove address={address} onRemove={onRemove} />
          </div>
        ) : <Tests id={method.id} ways={ways.filter((way) => channels[way])} address={address} onRemove={onRemove} />}
      </div>
    </div>
  );
}

function Tests({ id, ways, address, onRemove }: { id: string; ways: readonly ('sms' | 'voice' | 'email')[]; address: string; onRemove: () => void }) {
  const tests = { sms: useChannelTest('sms', id), voice: useChannelTest('voice', id), email: useChannelTest('email', id) };
  return (
    <>
      {ways.length === 0 ? <p className="quiet contact-detail">This Rouse can not send to it.</p> : null}
      <div className="contact-actions">
        {ways.map((way) => <QuietAction key={way} outlined disabled={tests[way].busy} onClick={tests[way].run} aria-label={`${testNames[way]} to ${address}`} data-testid={`test-${way}`}>{testNames[way]}</QuietAction>)}
        <Remove address={address} onRemove={onRemove} />
      </div>
      {ways.map((way) => <TestLine key={way} words={tests[way].words} {...(ways.length > 1 ? { name: names[way] } : {})} />)}
    </>
  );
}

const names = { sms: 'SMS', voice: 'Call', email: 'E-mail' } as const;
const testNames = { sms: 'Test SMS', voice: 'Test call', email: 'Test e-mail' } as const;

const Remove = ({ address, onRemove }: { address: string; onRemove: () => void }) => (
  <QuietAction tone="danger" onClick={onRemove} aria-label={`Remove ${address}`} data-testid="remove-method">Remove</QuietAction>
);

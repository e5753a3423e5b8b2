import { useState } from 'react';
import type { Reach } from '#domain/contact/reach';
import { SECOND } from '#domain/time/instant';
import { Field, PrimaryAction, QuietAction, say, useNow } from '../../ui';
import { useSaving } from '../configuration/useSaving';

/** How long after a code another one can be asked for, in ms: an SMS may take as long, and five an hour are the most. */
const PAUSE = 30 * SECOND;

/** Six digits that prove that messages arrive. `sentAt`: when the last code went out (ms since epoch); null: none did. */
export function CodeStep({ methodId, kind, address, channels, sentAt: firstSentAt, onDone }: {
  methodId: string; kind: 'phone' | 'email'; address: string; channels: Reach['channels']; sentAt: number | null; onDone: () => void;
}) {
  const checking = useSaving();
  const asking = useSaving();
  const [code, setCode] = useState('');
  const [sentAt, setSentAt] = useState(firstSentAt);
  const [said, setSaid] = useState<string | null>(null);
  const now = useNow();
  const wait = sentAt === null ? 0 : Math.max(0, sentAt + PAUSE - now);

  const verify = async (typed: string) => {
    if (!/^\d{6}$/.test(typed)) return checking.refuse('The code has six digits.', [{ path: 'code', message: 'The code has six digits.' }]);
    const answer = await checking.save({ type: 'verifyContactMethod', methodId, code: typed });
    if (!answer) return;
    say(answer.message, 'good');
    onDone();
  };
  const ask = async (by: Way) => {
    setSaid(null);
    const answer = await asking.save({ type: 'sendContactCode', methodId, by });
    if (!answer) return;
    setSentAt(Date.now());
    setCode('');
    setSaid(by === 'voice' ? 'Your phone rings in a moment and tells you the code twice.' : answer.message);
  };
  const ways = (kind === 'email' ? (['email'] as const) : (['sms', 'voice'] as const)).filter((by) => channels[by]);
  const isFirst = sentAt === null;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void verify(code); }}>
      <p className="sheet-words tabular">{said ?? (isFirst ? `Nothing is sent to ${address} before you have proved that it is yours.` : `A code is on its way to ${address}. It is good for ten minutes.`)}</p>
      {isFirst ? null : (
        <Field
          label="Code" value={code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus placeholder="000000" error={checking.issueAt('code', 'The code') ?? checking.problem}
          onChange={(event) => {
            const typed = event.target.value.replace(/\D/g, '');
            setCode(typed);
            // A phone fills all six in at once: there is nothing left to do then.
            if (typed.length === 6 && code.length < 5) void verify(typed);
          }} data-testid="code"
        />
      )}
      {asking.problem ? <p className="configuration-problem" role="alert">{asking.problem}</p> : null}
      <div className="sheet-actions">
        {isFirst ? null : <PrimaryAction submit busy={checking.busy} data-testid="check-code">{checking.busy ? 'Checking' : 'Verify'}</PrimaryAction>}
        {ways.length === 0 ? <p className="contact-detail">This Rouse can not send to it yet, so it can not be verified.</p> : null}
        <Ways ways={ways} isFirst={isFirst} disabled={asking.busy || wait > 0} onAsk={ask} />
        {wait > 0 ? <p className="quiet small tabular">Nothing there? Ask again in {Math.ceil(wait / SECOND)} s.</p> : null}
      </div>
    </form>
  );
}

type Way = 'sms' | 'voice' | 'email';

/** The ways that a code can come by. */
function Ways({ ways, isFirst, disabled, onAsk }: { ways: readonly Way[]; isFirst: boolean; disabled: boolean; onAsk: (by: Way) => Promise<void> }) {
  return (
    <div className="contact-actions">
      {ways.map((by) => <QuietAction key={by} outlined disabled={disabled} onClick={() => { void onAsk(by); }} data-testid={`code-by-${by}`}>{isFirst ? askNames[by].first : askNames[by].again}</QuietAction>)}
    </div>
  );
}

const askNames = {
  sms: { first: 'Send a code by SMS', again: 'Send another SMS' }, voice: { first: 'Call me with the code', again: 'Call me with the code' },
  email: { first: 'Send a code', again: 'Send another code' },
} as const;

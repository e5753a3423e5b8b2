import { useState } from 'react';
import { PhoneNumber } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import { Field, PrimaryAction, say, Sheet } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { CodeStep } from './CodeStep';
import { tidyNumber } from './ruleDraft';

/** A new number or address: what it is, then the code that went there. */
export function AddMethod({ kind, channels, onClose }: { kind: 'phone' | 'email'; channels: Reach['channels']; onClose: () => void }) {
  const saving = useSaving();
  const [typed, setTyped] = useState('');
  const [added, setAdded] = useState<{ id: string; address: string; sentAt: number } | null>(null);
  const isPhone = kind === 'phone';
  const add = async () => {
    const address = isPhone ? tidyNumber(typed) : typed.trim();
    const wrong = isPhone ? !PhoneNumber.safeParse(address).success : !/^\S+@\S+\.\S+$/.test(address);
    const message = isPhone ? 'A number needs its country code, such as +49 151 12345678.' : 'This is not an e-mail address.';
    if (wrong) return saving.refuse(message, [{ path: 'method.address', message }]);
    const answer = await saving.save({ type: 'addContactMethod', method: { kind, address } });
    if (!answer) return;
    if (answer.code === 'already-verified' || answer.savedId === undefined) {
      say(answer.message);
      onClose();
      return;
    }
    setAdded({ id: answer.savedId, address, sentAt: Date.now() });
  };
  const wrong = saving.issueAt('method.address', isPhone ? 'The number' : 'The address');
  return (
    <Sheet open onClose={onClose} title={added ? `Verify ${added.address}` : isPhone ? 'Add a phone number' : 'Add an e-mail address'}>
      {added ? <CodeStep methodId={added.id} kind={kind} address={added.address} channels={channels} sentAt={added.sentAt} onDone={onClose} /> : (
        <form noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
          <p className="sheet-words">{isPhone ? `Pages come to it ${channels.sms && channels.voice ? 'by SMS and as a call' : channels.sms ? 'by SMS' : 'as a call'}. First a code goes there.` : 'Pages come to it as e-mail. First a code goes there.'}</p>
          {isPhone
            ? <Field label="Number, with its country code" type="tel" autoComplete="tel" autoFocus value={typed} placeholder="+49 151 12345678" error={wrong} onChange={(event) => setTyped(event.target.value)} data-testid="address" />
            : <Field label="E-mail address" type="email" inputMode="email" autoComplete="email" autoCapitalize="none" autoFocus value={typed} error={wrong} onChange={(event) => setTyped(event.target.value)} data-testid="address" />}
          {saving.problem && !wrong ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <div className="sheet-actions"><PrimaryAction submit busy={saving.busy} data-testid="send-code">{saving.busy ? 'Sending a code' : 'Send a code there'}</PrimaryAction></div>
        </form>
      )}
    </Sheet>
  );
}

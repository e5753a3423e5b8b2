import { useState } from 'react';
import { PhoneNumber } from '#domain/contact/contactMethod';
import { known } from '../../live/live';
import { person } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Field, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { tidyNumber } from './ruleDraft';
import './contact.css';

/** "Responders may call me": a number that every member sees, by the person's own choice alone. */
export function CallNumber() {
  const { userId } = usePerson();
  const document = known(useLive(person(userId)));
  const saving = useSaving();
  const [typed, setTyped] = useState<string | null>(null);
  const number = document?.callNumber ?? null;
  const save = async (callNumber: string | null) => {
    const message = 'A number needs its country code, such as +49 151 12345678.';
    if (callNumber !== null && !PhoneNumber.safeParse(callNumber).success) return saving.refuse(message, [{ path: 'callNumber', message }]);
    const answer = await saving.save({ type: 'setProfile', callNumber });
    if (!answer) return;
    setTyped(null);
    say(callNumber === null ? 'Nobody sees your number any more.' : 'Responders can call you now.', 'good');
  };
  const wrong = saving.issueAt('callNumber', 'The number');
  return (
    <Card title="Responders may call me">
      <p className="contact-detail">{number === null ? 'Off. With a number here, admins and responders can call you from an incident.' : <>On <b className="tabular" data-testid="call-number">{number}</b>. Admins and responders see it.</>}</p>
      {saving.problem && typed === null ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="contact-actions contact-above">
        <QuietAction outlined disabled={document === undefined} onClick={() => setTyped(number ?? '')} data-testid="set-call-number">{number === null ? 'Give a number' : 'Change the number'}</QuietAction>
        {number === null ? null : <QuietAction tone="danger" disabled={saving.busy} onClick={() => { void save(null); }}>Take it back</QuietAction>}
      </div>
      <Sheet open={typed !== null} onClose={() => setTyped(null)} title="Responders may call me">
        <div className="contact-form">
          <Field label="Number, with its country code" type="tel" autoComplete="tel" value={typed ?? ''} placeholder="+49 151 12345678" error={wrong} hint="Rouse itself sends nothing to it. For pages, add it under How you are reached." onChange={(event) => setTyped(event.target.value)} />
          {saving.problem && !wrong ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <div className="sheet-actions"><PrimaryAction busy={saving.busy} onClick={() => { void save(tidyNumber(typed ?? '')); }} data-testid="save-call-number">Let responders call it</PrimaryAction></div>
        </div>
      </Sheet>
    </Card>
  );
}

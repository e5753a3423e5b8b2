import { useState } from 'react';
import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import type { Contact } from '#domain/people/person';
import { list } from '#domain/incident/words';
import { known } from '../../live/live';
import { people } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction } from '../../ui';
import { AddMethod } from './AddMethod';
import { OneMethod } from './OneMethod';
import { RemoveMethod } from './RemoveMethod';
import { VerifyMethod } from './VerifyMethod';

type Open = { what: 'add'; kind: ContactMethod['kind'] } | { what: 'verify' | 'remove'; id: string } | null;

/** Phone numbers and e-mail addresses: what works where a push does not. */
export function MethodsPart({ contact, reach, channelsKnown }: { contact: Contact; reach: Reach; channelsKnown: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const { methods } = contact;
  const { sms, voice, email } = reach.channels;
  const close = () => setOpen(null);
  const chosen = open === null || open.what === 'add' ? undefined : methods.find(({ id }) => id === open.id);
  return (
    <Card flush title="Phone numbers and e-mail">
      {methods.length === 0 ? <p className="contact-words">None yet. A number rings where a push can not: no data, a sleeping app, a lost permission.</p> : null}
      <ul className="contact-methods">
        {methods.map((method) => (
          <li key={method.id}>
            <OneMethod method={method} channels={reach.channels} onVerify={() => setOpen({ what: 'verify', id: method.id })} onRemove={() => setOpen({ what: 'remove', id: method.id })} />
          </li>
        ))}
      </ul>
      <div className="contact-foot">
        {channelsKnown ? <NotSetUp sms={sms} voice={voice} email={email} /> : null}
        <div className="contact-actions">
          <QuietAction outlined icon="plus" disabled={!sms && !voice} onClick={() => setOpen({ what: 'add', kind: 'phone' })} data-testid="add-phone">Add a phone number</QuietAction>
          <QuietAction outlined icon="plus" disabled={!email} onClick={() => setOpen({ what: 'add', kind: 'email' })} data-testid="add-email">Add an e-mail address</QuietAction>
        </div>
      </div>
      {open?.what === 'add' ? <AddMethod kind={open.kind} channels={reach.channels} onClose={close} /> : null}
      {open?.what === 'verify' && chosen ? <VerifyMethod method={chosen} channels={reach.channels} onClose={close} /> : null}
      {open?.what === 'remove' && chosen ? <RemoveMethod method={chosen} reach={reach} onClose={close} /> : null}
    </Card>
  );
}

/** What this Rouse can not send by, and who can change that. */
function NotSetUp({ sms, voice, email }: { sms: boolean; voice: boolean; email: boolean }) {
  const { role, userId } = usePerson();
  const everybody = known(useLive(role === 'stakeholder' ? null : people)) ?? [];
  const missing = [...(sms ? [] : ['send SMS']), ...(voice ? [] : ['make calls']), ...(email ? [] : ['send e-mail'])];
  if (missing.length === 0) return null;
  const admins = everybody.filter((person) => person.role === 'admin' && person.active && person.id !== userId).map(({ name }) => name);
  const who = role === 'admin' ? 'You can set it up where Rouse is deployed' : admins.length === 0 ? 'An admin can set it up' : `${list(admins)} can set it up`;
  return <p className="contact-words contact-not-set-up">This Rouse can not {missing.length === 3 ? 'send SMS, make calls or send e-mail' : missing.join(' or ')} yet. {who}.</p>;
}

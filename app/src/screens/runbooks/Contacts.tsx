import type { EscalationContact } from '#domain/runbook/runbook';
import { Icon } from '../../ui';
import { contactHref } from './contactLink';
import './contacts.css';

/** Whom to ask when the runbook does not help: a tap dials or writes where the way looks like a number or an address. `severities`: say for which. */
export function Contacts({ contacts, severities }: { contacts: readonly EscalationContact[]; severities?: boolean }) {
  return (
    <ul className="contacts">
      {contacts.map((contact, index) => {
        const href = contactHref(contact.how);
        const words = <span className="contact-words"><span>{contact.name}</span><span className="quiet small tabular">{severities ? `${contact.severities.join(', ')} · ` : ''}{contact.how || 'no way given'}</span></span>;
        return (
          <li key={index}>
            {href === null ? <span className="contact"><Icon name="person" size={20} />{words}</span> : <a className="contact" href={href} data-testid="contact"><Icon name={href.startsWith('tel:') ? 'phone' : 'note'} size={20} />{words}</a>}
          </li>
        );
      })}
    </ul>
  );
}

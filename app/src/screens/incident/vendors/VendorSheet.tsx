import type { Vendor } from '#domain/service/service';
import { Icon, Sheet } from '../../../ui';
import './vendors.css';

/** Whom to call outside: with what they ask for, one tap to call, write or open their page. */
export default function VendorSheet({ vendors, open, onClose }: { vendors: readonly Vendor[]; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Outside help">
      <ul className="vendors">
        {vendors.map(({ name, phone, email, url, note }) => (
          <li key={name} data-testid="vendor">
            <h3>{name}</h3>
            {note === '' ? null : <p className="vendors-note">{note}</p>}
            {phone === null ? null : <a href={`tel:${phone}`}><Icon name="phone" size={20} /><span>Call <span className="tabular">{phone}</span></span></a>}
            {email === null ? null : <a href={`mailto:${email}`}><Icon name="note" size={20} /><span>Write to {email}</span></a>}
            {url === null ? null : <a href={url} target="_blank" rel="noopener noreferrer"><Icon name="open" size={20} /><span>Open {new URL(url).host}</span></a>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

import { Icon } from '../../ui';
import { inReadingOrder, leadsElsewhere } from '../runbooks/linkTarget';

/** A link that a source wrote: opened apart, without telling where the reader came from; where its words name another place, it says where it leads. */
export function OutLink({ href, text, size = 18 }: { href: string; text: string; size?: number }) {
  const elsewhere = leadsElsewhere(text, href);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="open" size={size} /><span>{inReadingOrder(text)}{elsewhere === null ? null : <span className="quiet"> (leads to {elsewhere})</span>}</span>
    </a>
  );
}

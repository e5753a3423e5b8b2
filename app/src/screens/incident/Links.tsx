import type { Incident } from '#domain/incident/incident';
import { Card, Icon } from '../../ui';
import './links.css';

/** Where the sources point: opened apart, and without telling them where the reader came from. */
export function Links({ links }: { links: Incident['links'] }) {
  if (links.length === 0) return null;
  return (
    <Card title="Links">
      <ul className="links">
        {links.map(({ href, text }) => (
          <li key={href}><a href={href} target="_blank" rel="noopener noreferrer"><Icon name="open" size={18} /><span>{text}</span></a></li>
        ))}
      </ul>
    </Card>
  );
}

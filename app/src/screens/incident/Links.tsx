import type { Incident } from '#domain/incident/incident';
import { Card } from '../../ui';
import { OutLink } from './OutLink';
import './links.css';

/** Where the sources point. */
export function Links({ links }: { links: Incident['links'] }) {
  if (links.length === 0) return null;
  return (
    <Card title="Links">
      <ul className="links">{links.map(({ href, text }) => <li key={href}><OutLink href={href} text={text} /></li>)}</ul>
    </Card>
  );
}

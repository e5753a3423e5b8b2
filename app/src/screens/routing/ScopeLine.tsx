import { Link } from 'react-router-dom';
import type { Scope } from './useScope';

/** Where these rules stand among the others that an alert meets. */
export function ScopeLine({ of: { scope, service, integrations } }: { of: Scope }) {
  if (scope.kind === 'integration') {
    return service === null ? null : <p className="quiet routing-line">Asked first; then the rules of <Link to={`/routing/service/${encodeURIComponent(service.id)}`}>{service.name}</Link>. The first that matches decides.</p>;
  }
  if (integrations.length === 0) return <p className="quiet routing-line">The first rule that matches decides.</p>;
  return (
    <p className="quiet routing-line">
      Asked after the rules of {integrations.map(({ id, name }, index) => (
        <span key={id}>{index > 0 ? (index === integrations.length - 1 ? ' and ' : ', ') : ''}<Link to={`/routing/integration/${encodeURIComponent(id)}`}>{name}</Link></span>
      ))}. The first that matches decides.
    </p>
  );
}

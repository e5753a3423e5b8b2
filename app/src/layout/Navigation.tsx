import { NavLink } from 'react-router-dom';
import { Icon } from '../ui';
import type { IconName } from '../ui';
import './navigation.css';

const places: readonly { to: string; title: string; icon: IconName }[] = [
  { to: '/incidents', title: 'Incidents', icon: 'incidents' },
  { to: '/on-call', title: 'On call', icon: 'onCall' },
  { to: '/runbooks', title: 'Runbooks', icon: 'runbooks' },
  { to: '/more', title: 'More', icon: 'menu' },
];

/** The four places of the app: tabs at the foot of a phone, a rail at the side of a wide window. */
export function Navigation({ as }: { as: 'tabs' | 'rail' }) {
  return (
    <nav className={`navigation navigation-${as}`} aria-label="Main">
      {as === 'rail' ? <img className="navigation-mark" src="/icons/rouse.svg" alt="Rouse" width="36" height="36" /> : null}
      {places.map(({ to, title, icon }) => (
        <NavLink key={to} to={to} className="navigation-place"><Icon name={icon} /><span>{title}</span></NavLink>
      ))}
    </nav>
  );
}

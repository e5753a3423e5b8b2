import { NavLink, useLocation } from 'react-router-dom';
import { usePerson } from '../session/useSession';
import { Icon } from '../ui';
import type { IconName } from '../ui';
import './navigation.css';

/** `membersOnly`: what a stakeholder may not read is no place of theirs. */
const places: readonly { to: string; title: string; icon: IconName; also?: readonly string[]; membersOnly?: true }[] = [
  { to: '/incidents', title: 'Incidents', icon: 'incidents', also: ['/report'] },
  { to: '/on-call', title: 'On call', icon: 'onCall', also: ['/schedules', '/holidays', '/shifts', '/readiness', '/load'], membersOnly: true },
  { to: '/runbooks', title: 'Runbooks', icon: 'runbooks', membersOnly: true },
  { to: '/more', title: 'More', icon: 'menu', also: ['/profile', '/devices', '/people', '/services', '/integrations', '/heartbeats', '/maintenance', '/routing', '/severities', '/contact', '/notifications', '/policies', '/coverage', '/destinations', '/move-in', '/subscriptions', '/problems', '/war-room', '/metrics'] },
];

/** The four places of the app: tabs at the foot of a phone, a rail at the side of a wide window. */
export function Navigation({ as }: { as: 'tabs' | 'rail' }) {
  const { pathname } = useLocation();
  const { role } = usePerson();
  const shown = places.filter(({ membersOnly }) => membersOnly !== true || role !== 'stakeholder');
  return (
    <nav className={`navigation navigation-${as}`} aria-label="Main">
      {as === 'rail' ? <img className="navigation-mark" src="/icons/rouse.svg" alt="Rouse" width="36" height="36" /> : null}
      {shown.map(({ to, title, icon, also = [] }) => (
        <NavLink key={to} to={to} className={({ isActive }) => `navigation-place${isActive || also.some((root) => pathname.startsWith(root)) ? ' active' : ''}`}>
          <Icon name={icon} /><span>{title}</span>
        </NavLink>
      ))}
    </nav>
  );
}

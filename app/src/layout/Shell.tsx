import { Outlet, useLocation } from 'react-router-dom';
import { Navigation } from './Navigation';
import { useWide } from './useWide';
import './shell.css';

const roots = ['/incidents', '/on-call', '/runbooks', '/more'];

/** The frame around every signed-in screen. On a phone the tabs are there on the four roots alone: elsewhere the foot is the action's. */
export function Shell() {
  const wide = useWide();
  const { pathname } = useLocation();
  if (wide) return <div className="shell shell-wide"><Navigation as="rail" /><div className="shell-place"><Outlet /></div></div>;
  return (
    <div className="shell">
      <div className="shell-place"><Outlet /></div>
      {roots.includes(pathname) ? <Navigation as="tabs" /> : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './Icon';
import './states.css';

/** Nothing here, and that is fine: a title that says so, and what to know about it. */
export function Empty({ title, children, icon, action }: { title: string; children?: ReactNode; icon?: IconName; action?: ReactNode }) {
  return (
    <div className="state">
      {icon ? <span className="state-icon"><Icon name={icon} size={40} /></span> : null}
      <h2>{title}</h2>
      {children ? <div className="state-words">{children}</div> : null}
      {action}
    </div>
  );
}

/** Something did not work: what happened, what is safe, what to do. */
export function Failure({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="state" role="alert">
      <span className="state-icon state-icon-failed"><Icon name="warning" size={40} /></span>
      <h2>{title}</h2>
      {children ? <div className="state-words">{children}</div> : null}
      {action}
    </div>
  );
}

/** The shape of what is about to be there; still, and said once to those who hear the screen. */
export function Skeleton({ rows = 3, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, index) => <div key={index} className="skeleton-row" aria-hidden="true"><i /><i /></div>)}
    </div>
  );
}

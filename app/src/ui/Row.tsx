import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from './Icon';
import './row.css';

type Content = { start?: ReactNode; title: ReactNode; detail?: ReactNode; end?: ReactNode };
type Props = Content & { to?: string; onClick?: () => void; current?: boolean; 'data-testid'?: string };

/** One line of a list, at least 56 px high: a link with `to`, a button with `onClick`, else plain words. */
export function Row({ start, title, detail, end, to, onClick, current, ...rest }: Props) {
  const inside = (
    <>
      {start ? <span className="row-start">{start}</span> : null}
      <span className="row-words"><span className="row-title">{title}</span>{detail ? <span className="row-detail">{detail}</span> : null}</span>
      {end ? <span className="row-end">{end}</span> : null}
      {to ? <span className="row-end"><Icon name="forward" size={18} /></span> : null}
    </>
  );
  if (to) return <Link {...rest} className="row row-touch" to={to} aria-current={current ? 'page' : undefined}>{inside}</Link>;
  if (onClick) return <button {...rest} type="button" className="row row-touch" onClick={onClick}>{inside}</button>;
  return <div {...rest} className="row">{inside}</div>;
}

/** Rows under one another in a card's edges, with hairlines between them. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return <div className="rows" role="group" aria-label={label}>{children}</div>;
}

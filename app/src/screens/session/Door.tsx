import { useEffect } from 'react';
import type { ReactNode } from 'react';
import './door.css';

/** The frame of the screens outside the session: the mark, a heading, and one column that the thumb reaches. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => { document.title = `${title} · Rouse`; }, [title]);
  return (
    <main className="door">
      <div className="door-inside">
        <header className="door-header">
          <img src="/icons/rouse.svg" alt="" width="56" height="56" />
          <h1>{title}</h1>
          {lead ? <p className="quiet">{lead}</p> : null}
        </header>
        {children}
      </div>
    </main>
  );
}

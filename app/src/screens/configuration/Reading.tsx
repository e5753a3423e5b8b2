import type { ReactNode } from 'react';
import type { Live } from '../../live/live';
import { Failure, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';

/** Shows what a listener knows, or why there is nothing to show yet. `label` says what is being read. */
export function Reading<T>({ live, label, rows = 4, children }: { live: Live<T>; label: string; rows?: number; children: (value: T) => ReactNode }) {
  switch (live.state) {
    case 'loading': return <Skeleton rows={rows} label={label} />;
    case 'failed': return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
    case 'cached':
    case 'live': return (
      <>
        {live.unreadable > 0 ? <p className="quiet configuration-unreadable">{live.unreadable} more need a newer app. Reload to see them.</p> : null}
        {children(live.value)}
      </>
    );
    default: return live satisfies never;
  }
}

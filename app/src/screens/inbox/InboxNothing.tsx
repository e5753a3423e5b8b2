import { Empty, QuietAction } from '../../ui';
import { RECENT_DAYS } from './useInbox';
import type { Segment } from './inboxPlace';

type Props = { segment: Segment; query: string | null; hidden: number; duty: string | null; onClearFilters: () => void; onClearSearch: () => void };

/** Why there is no row: nothing is, nothing fits, or nothing was found. Each says its own way on. */
export function InboxNothing({ segment, query, hidden, duty, onClearFilters, onClearSearch }: Props) {
  if (hidden > 0) {
    return (
      <Empty title="No incident fits these filters" icon="incidents" action={<QuietAction outlined onClick={onClearFilters} data-testid="clear-filters">Clear filters</QuietAction>}>
        <p className="tabular">{hidden === 1 ? '1 incident is' : `${hidden} incidents are`} hidden by them.</p>
      </Empty>
    );
  }
  if (query !== null) {
    return (
      <Empty title={`Nothing found for “${query}”`} icon="incidents" action={<QuietAction outlined onClick={onClearSearch}>Clear the search</QuietAction>}>
        <p>It looks through the last 300 incidents: their id, title, service, tags, alerts and people.</p>
      </Empty>
    );
  }
  switch (segment) {
    case 'open': return <Empty title="All quiet." icon="check">{duty ? <p className="tabular">{duty}</p> : null}</Empty>;
    case 'mine': return <Empty title="Nothing is yours." icon="check"><p>What pages you, what you have, and where you have a role, a task or a question to answer is listed here.</p></Empty>;
    case 'recent': return <Empty title={`Nothing resolved in ${RECENT_DAYS} days`} icon="clock"><p>What ends is listed here. The search finds what is older.</p></Empty>;
    default: return segment satisfies never;
  }
}

import type { RefObject } from 'react';
import './search.css';

/** One line over the list, whose results come while one types. Escape empties it, then leaves it. */
export function SearchField({ field, query, onQuery }: { field: RefObject<HTMLInputElement | null>; query: string; onQuery: (query: string) => void }) {
  return (
    <input
      ref={field} className="search-field" type="search" aria-label="Search incidents" placeholder="Search" value={query} maxLength={120} enterKeyHint="search"
      autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false} data-testid="search" onChange={(event) => onQuery(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (query === '') event.currentTarget.blur();
        else onQuery('');
      }}
    />
  );
}

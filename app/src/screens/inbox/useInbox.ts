import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import { DAY } from '#domain/time/instant';
import { withCommands } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { openIncidents, resolvedSince, searchedIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import type { Live } from '../../live/live';
import type { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { useMinute } from '../../ui';
import { filtered } from './filter/filter';
import type { Filter } from './filter/filter';
import type { InboxPlace } from './inboxPlace';
import { isMine } from './mine';
import { inOrder, outOfLine } from './order';
import { found, together } from './search/search';

/** How many days back what is over stays in the list of the recent. */
export const RECENT_DAYS = 7;
const none: readonly Incident[] = [];

/** The list that is asked for, in its order and with what is on its way; `live` is the listener behind it, `all` every incident at hand. */
export function useInbox({ segment, query }: InboxPlace, filter: Filter, facts: ReturnType<typeof useFacts>) {
  const person = usePerson();
  const queue = useQueue();
  const now = useMinute();
  const searching = query.trim() !== '';
  const liveOpen = useLive(openIncidents);
  const liveRecent = useLive(segment === 'recent' ? resolvedSince(Math.floor(now / DAY) * DAY - RECENT_DAYS * DAY) : null);
  const liveSearched = useLive(searching ? searchedIncidents : null);
  const stored = known(liveOpen);
  const recent = known(liveRecent) ?? none;
  const searched = known(liveSearched) ?? none;

  const open = useMemo(
    () => inOrder((stored ?? none).map((incident) => withCommands(incident, queue, person, facts)), person.userId),
    [stored, queue, person, facts],
  );
  const mine = useMemo(() => open.filter((incident) => isMine(incident, person.userId)), [open, person.userId]);
  const all = useMemo(() => together(together(open, recent), searched), [open, recent, searched]);
  const asked = useMemo(() => {
    if (searching) return found(all, query);
    return { open, mine, recent }[segment];
  }, [searching, all, query, open, mine, recent, segment]);
  const { shown, hidden } = useMemo(() => filtered(asked, filter, facts, person.userId), [asked, filter, facts, person.userId]);
  const live: Live<Incident[]> = !searching && segment === 'recent' ? liveRecent : liveOpen;
  return {
    live, searching, searchState: liveSearched.state, shown, hidden, all, outOfLine: useMemo(() => outOfLine(open), [open]),
    counts: stored === undefined ? null : { open: open.length, mine: mine.length },
  };
}

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMatch, useNavigate } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { notYetSent } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { useWide } from '../../layout/useWide';
import { useConnection } from '../../live/connection';
import { openIncidentsNow } from '../../live/incidents';
import { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { Failure, IconAction, QuietAction, say, Screen, SegmentPanel, Segments, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { useDuty } from '../oncall/useDuty';
import { BulkFooter } from './bulk/BulkFooter';
import { useBulk } from './bulk/useBulk';
import { noFilter } from './filter/filter';
import { useFilter } from './filter/useFilter';
import { FreshLine, PullWords } from './freshness/FreshLine';
import { lookedWords } from './freshness/freshness';
import { usePull } from './freshness/usePull';
import { InboxNothing } from './InboxNothing';
import { goInInbox, useInboxPlace } from './inboxPlace';
import { InboxTools } from './InboxTools';
import { useKeys } from './keys/useKeys';
import { newcomersWords } from './order';
import { RingStatus } from './RingStatus';
import { CalmRow } from './row/CalmRow';
import { IncidentRow } from './row/IncidentRow';
import { searchedWords } from './search/search';
import { useInbox } from './useInbox';
import { useSelection } from './useSelection';
import { useSettled } from './useSettled';
import './inbox.css';

const QuickActions = lazy(() => import('./row/QuickActions'));

/** The incidents: open, the reader's own, and recent ones; what pages the reader on top, and whether this phone can ring at all. */
export default function Inbox() {
  const person = usePerson();
  const isMember = person.role !== 'stakeholder';
  const wide = useWide();
  const navigate = useNavigate();
  const current = useMatch('/incidents/:incidentId')?.params.incidentId;
  const facts = useFacts();
  const duty = useDuty();
  const queue = useQueue();
  const isOffline = useConnection().state === 'offline';
  const place = useInboxPlace();
  const { filter, choose } = useFilter();
  const inbox = useInbox(place, filter, facts);
  const { live, searching, shown, hidden, all, counts } = inbox;
  const { rows, newcomers, release, onScroll, hold } = useSettled(shown, JSON.stringify([place, filter]));
  const top = useRef<HTMLDivElement>(null);
  const scrolled = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const toTop = () => top.current?.scrollIntoView({ block: 'end' });

  const byId = useMemo(() => new Map(all.map((incident) => [incident.id, incident])), [all]);
  const currentOf = useCallback((id: string) => byId.get(id), [byId]);
  const { bulk, acknowledge, hold: holdResolve, undo, dismiss } = useBulk(currentOf);
  const maySelect = isMember && !searching && place.segment !== 'recent';
  const { chosen, selecting, select, toggle, selectAll } = useSelection(rows, maySelect);
  const [quick, setQuick] = useState<{ id: string } | 'closed' | 'never'>('never');

  const openIds = () => [...byId.values()].filter(({ status }) => status !== 'resolved').map(({ id }) => id);
  const { pull, lookAgain, touch } = usePull(() => scrolled.current <= 0, async () => say(lookedWords(openIds(), await openIncidentsNow())));
  const scroll = useCallback((to: number) => { scrolled.current = to; onScroll(to); }, [onScroll]);
  // Another list begins at its top.
  useEffect(() => { if (scrolled.current > 0) top.current?.scrollIntoView({ block: 'end' }); }, [place.segment]);

  useKeys({
    selecting, onSearch: () => field.current?.focus(), onLeaveSelection: () => select(false),
    onAct: (action, id) => {
      const incident = byId.get(id);
      if (!isMember || incident === undefined || incident.status === 'resolved') return;
      if (action === 'acknowledge') void acknowledge([incident]);
      else if (maySelect) toggle(id);
    },
  });

  const row = (incident: Incident) => (isMember ? (
    <IncidentRow
      key={incident.id} incident={incident} facts={facts} current={incident.id === current} notYetSent={notYetSent(queue, incident.id).length > 0}
      outOfLine={inbox.outOfLine.get(incident.id)}
      actions={{
        chosen: selecting ? chosen.some(({ id }) => id === incident.id) : null, mayChoose: maySelect, onChoose: () => toggle(incident.id),
        onAcknowledge: () => { void acknowledge([incident]); }, onQuickActions: () => setQuick({ id: incident.id }),
      }}
    />
  ) : <CalmRow key={incident.id} incident={incident} current={incident.id === current} />);
  const quickFor = typeof quick === 'object' ? (byId.get(quick.id) ?? null) : null;
  const searched = searching ? searchedWords(inbox.searchState, isOffline) : null;
  const unreadable = live.state === 'cached' || live.state === 'live' ? live.unreadable : 0;
  const isKnown = live.state === 'cached' || live.state === 'live';
  const title = (name: string, count: number | undefined) => (count === undefined || count === 0 ? name : `${name} ${count}`);

  return (
    <Screen
      title="Incidents" onScroll={scroll}
      actions={<IconAction label="Report an incident" icon="plus" onClick={() => { void navigate('/report'); }} data-testid="report" />}
      under={(
        <>
          {isMember ? <RingStatus duty={duty} /> : null}
          <Segments
            label="Which incidents" current={place.segment} onChange={(segment) => { select(false); goInInbox({ segment, query: '' }); }}
            segments={[
              { key: 'open', title: title('Open', counts?.open) }, ...(isMember ? [{ key: 'mine' as const, title: title('Mine', counts?.mine) }] : []), { key: 'recent', title: 'Recent' },
            ]}
          />
          {newcomers.length > 0 ? (
            <button
              type="button" className="newcomers" data-testid="newcomers"
              onClick={() => { release(); toTop(); }}
            ><span role="status">{newcomersWords(newcomers)}</span></button>
          ) : null}
        </>
      )}
      footer={isMember ? (
        <BulkFooter
          bulk={bulk} severities={facts.severities} chosen={selecting ? chosen : null} onUndo={() => { void undo(); }} onDismiss={dismiss}
          onAcknowledge={(incidents) => { select(false); void acknowledge(incidents); }} onResolve={(incidents) => { select(false); holdResolve(incidents); }}
        />
      ) : undefined}
    >
      <div ref={top} />
      <PullWords pull={pull} />
      <div className="inbox" {...touch}>
        <SegmentPanel segment={place.segment}>
          <InboxTools
            field={field} query={place.query} onQuery={(query) => { select(false); goInInbox({ query }); }} left={shown.length} filter={filter} onChoose={choose} facts={facts} incidents={all}
            chosen={maySelect ? (selecting ? chosen.length : null) : 'never'} onSelect={select} onSelectAll={selectAll}
          />
          {searched === null ? null : <p className="inbox-note" role="status" data-testid="searched">{searched}</p>}
          {live.state === 'live' || live.state === 'cached' ? <FreshLine state={live.state} offline={isOffline} pull={pull} onLookAgain={lookAgain} /> : null}
          {hidden > 0 && rows.length > 0 ? (
            <p className="inbox-note inbox-hidden" role="status"><span className="tabular">{hidden} hidden by filters</span><QuietAction onClick={() => choose(noFilter)} data-testid="clear-filters">Clear filters</QuietAction></p>
          ) : null}
          {live.state === 'loading' && rows.length === 0 ? <Skeleton rows={5} label="Loading incidents" /> : null}
          {live.state === 'failed' && rows.length === 0 ? <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure> : null}
          {unreadable > 0 ? <p className="inbox-note">{unreadable} more need a newer app. Reload to see them.</p> : null}
          {isKnown && rows.length === 0 ? (
            <InboxNothing
              segment={place.segment} query={searching ? place.query.trim() : null} hidden={hidden} duty={duty}
              onClearFilters={() => choose(noFilter)} onClearSearch={() => goInInbox({ query: '' })}
            />
          ) : null}
          {rows.length > 0 ? <ul aria-label={searching ? 'Found' : 'Incidents'} {...hold}>{rows.map(row)}</ul> : null}
          {wide && isMember && rows.length > 0 ? <p className="inbox-keys quiet small"><kbd>j</kbd> <kbd>k</kbd> move · <kbd>Enter</kbd> opens · <kbd>x</kbd> selects · <kbd>a</kbd> acknowledges · <kbd>/</kbd> searches</p> : null}
        </SegmentPanel>
      </div>
      {quick === 'never' ? null : (
        <Suspense fallback={null}>
          <QuickActions
            incident={quickFor} facts={facts} onClose={() => setQuick('closed')} onAcknowledge={(incident) => { void acknowledge([incident]); }}
            onResolve={(incident) => holdResolve([incident])} onSelect={maySelect ? ({ id }) => toggle(id) : null}
          />
        </Suspense>
      )}
    </Screen>
  );
}

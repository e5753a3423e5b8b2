import type { KeyboardEvent, MouseEvent } from 'react';
import { Link } from 'react-router-dom';
import { warnsOnResolve } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { isPagingMe, statusLine } from '#domain/incident/words';
import type { PagingFacts } from '#domain/escalation/targets';
import { usePerson } from '../../../session/useSession';
import { Elapsed, Icon, IconAction, SeverityMark, useMinute, useNow } from '../../../ui';
import { useGrownUp } from '../../../ui/useGrownUp';
import { canAcknowledge } from '../bulk/bulk';
import type { OutOfLine } from '../order';
import { useSwipe } from '../swipe/useSwipe';
import { RowTitle } from './RowTitle';
import { onTheWayWords, overdueWords, ownLine, standingWords, tagsShown } from './rowWords';
import './incident-row.css';

/** What a row can do besides opening its incident. `chosen` null: nothing is being selected. */
export type RowActions = {
  chosen: boolean | null; mayChoose: boolean;
  onChoose: () => void; onAcknowledge: () => void; onQuickActions: () => void;
};
type Props = {
  incident: Incident; facts: PagingFacts & { complete: boolean }; current: boolean; notYetSent: boolean; outOfLine: OutOfLine | undefined; actions: RowActions;
};

/** One incident of the list: what, where, since when, whose it is, and what happens if nobody does anything. */
export function IncidentRow({ incident, facts, current, notYetSent, outOfLine, actions }: Props) {
  const { userId } = usePerson();
  const grownUp = useGrownUp(true);
  const { chosen, mayChoose, onChoose, onAcknowledge, onQuickActions } = actions;
  const selecting = chosen !== null;
  const isOpen = incident.status !== 'resolved';
  const swipe = useSwipe({
    may: { right: grownUp && !selecting && canAcknowledge(incident), left: grownUp && !selecting && isOpen, select: grownUp && !selecting && mayChoose && isOpen },
    onEffect: (effect) => ({ right: onAcknowledge, left: onQuickActions, select: onChoose })[effect](),
  });
  const onClick = (event: MouseEvent) => {
    if (grownUp && !selecting) return;
    event.preventDefault();
    if (grownUp && isOpen) onChoose();
  };
  const onSpace = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  const mine = isPagingMe(incident, userId);
  return (
    <li className={`incident-item${selecting ? ' incident-item-selecting' : ''}`} {...swipe}>
      <span className="swipe-behind swipe-behind-right" aria-hidden="true"><Icon name="check" size={20} />Acknowledge</span>
      <span className="swipe-behind swipe-behind-left" aria-hidden="true"><Icon name="more" size={20} />More</span>
      <div className="incident-front">
        <Link
          to={`/incidents/${incident.id}`} data-testid="incident-row" data-incident-id={incident.id} draggable={false} onClick={onClick}
          className={`incident-row incident-row-${incident.status}${mine ? ' incident-row-mine' : ''}`} aria-current={current ? 'page' : undefined}
          aria-disabled={grownUp ? undefined : true}
          // While choosing it is a checkbox, on the same element: the focus stays where it is.
          {...(selecting ? { role: 'checkbox', 'aria-checked': chosen, onKeyDown: onSpace } : {})}
        >
          <span className="incident-row-mark">
            {selecting ? <span className="incident-row-box" aria-hidden="true">{chosen ? <Icon name="check" size={18} /> : null}</span> : null}
            <SeverityMark severity={incident.severity} />
          </span>
          <span className="incident-row-title"><RowTitle incident={incident} /></span>
          <Standing incident={incident} />
          {notYetSent ? <span className="incident-row-words incident-row-unsent">Not yet sent</span> : null}
          {incident.status === 'triggered' && facts.complete ? <NextLine incident={incident} facts={facts} /> : null}
          <Besides incident={incident} outOfLine={outOfLine} />
        </Link>
        {isOpen && !selecting ? (
          <span className="incident-row-menu">
            <IconAction label={`Actions: ${incident.title}`} icon="more" aria-haspopup="dialog" onClick={() => { if (grownUp) onQuickActions(); }} data-testid="row-actions" />
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** Where, since when, and whose it is. */
function Standing({ incident }: { incident: Incident }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  return (
    <span className="incident-row-words">
      {incident.serviceName} · <Elapsed since={incident.clocks.triggeredAt} until={incident.clocks.resolvedAt} whole /> · <b>{standingWords(incident, { userId, zone: timeZone }, now)}</b>
      {incident.flapping && incident.status !== 'resolved' ? ' · flapping' : ''}{incident.status === 'monitoring' && warnsOnResolve(incident) ? ' · alerts still fire' : ''}
    </span>
  );
}

/** What else is known of it, line by line; what is not so is not said. */
function Besides({ incident, outOfLine }: { incident: Incident; outOfLine: OutOfLine | undefined }) {
  const { userId } = usePerson();
  const now = useMinute();
  const { shown, more } = tagsShown(incident.tags);
  const ranked = outOfLine ? `Comes ${place(outOfLine.rank)} of ${outOfLine.of}: ${lowerFirst(outOfLine.reason)}` : null;
  const lines = [ownLine(incident, userId), onTheWayWords(incident, userId, now), ranked];
  const overdue = overdueWords(incident, now);
  return (
    <>
      {lines.map((line) => (line === null ? null : <span key={line} className="incident-row-words tabular">{line}</span>))}
      {overdue === null ? null : <span className="incident-row-words incident-row-overdue tabular"><Icon name="clock" size={16} />{overdue}</span>}
      {shown.length === 0 ? null : (
        <span className="incident-row-tags">
          <span className="visually-hidden">Tags: </span>
          {shown.map((tag) => <span key={tag} className="incident-row-tag">{tag}</span>)}
          {more > 0 ? <span>+{more}</span> : null}
        </span>
      )}
    </>
  );
}

/** Who is woken next, in its own component: it alone ticks. */
function NextLine({ incident, facts }: { incident: Incident; facts: PagingFacts }) {
  const { userId, timeZone } = usePerson();
  const now = useNow();
  const [, ...rest] = statusLine(incident, { userId, zone: timeZone }, facts, now).split('. ');
  return <span className="incident-row-words tabular">{rest.join('. ')}</span>;
}

const place = (rank: number): string => (rank % 100 >= 11 && rank % 100 <= 13 ? `${rank}th` : `${rank}${['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th'}`);
const lowerFirst = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

import { useState } from 'react';
import type { TestedAlert } from '#domain/routing/evidence';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, SeverityMark, Skeleton, useMinute } from '../../ui';
import type { TesterState } from './useTester';
import './tester.css';

/** How many are shown at once. */
const FEW = 12;

/** The newest real alerts that fire, with the rule that decides about each and what becomes of it. `ruleId`: the rule being written. */
export function Tester({ tester: { tested, asking, problem, leftOut, again }, ruleId }: { tester: TesterState; ruleId: string | null }) {
  const [all, showAll] = useState(false);
  // What ends or takes an alert is decided by nobody: it stands behind what fires.
  const firing = (tested ?? []).filter(({ status }) => status === 'firing');
  const shown = all ? (tested ?? []) : firing.slice(0, FEW);
  return (
    <Card
      title={<span role="status">{asking && tested ? 'Trying the newest alerts' : 'On the newest alerts'}</span>} flush
      action={<QuietAction onClick={again} disabled={asking} aria-label="Try the newest alerts again">Again</QuietAction>}
    >
      <div data-testid="tester" data-asking={asking}>
        {problem ? <p className="tester-note" role="alert">{problem}</p> : null}
        {leftOut > 0 ? <p className="tester-note quiet">{leftOut === 1 ? 'A rule that is not finished is' : `${leftOut} rules that are not finished are`} left out here.</p> : null}
        {!problem && tested === null ? <Skeleton rows={3} label="Trying the newest alerts" /> : null}
        {tested?.length === 0 ? <p className="tester-note quiet">Nothing has been reported yet. Send a demo alert from the integration to have something to try.</p> : null}
        {tested && tested.length > 0 ? (
          <>
            <p className="tester-note" data-testid="tester-count">{countWords(tested, ruleId)}</p>
            <ul className="tester">{shown.map((alert, index) => <OneAlert key={`${alert.eventId} ${index}`} alert={alert} mine={ruleId !== null && alert.ruleId === ruleId} />)}</ul>
            {shown.length < tested.length ? <QuietAction onClick={() => showAll(true)}>{moreWords(firing.length - shown.length, tested.length - firing.length)}</QuietAction> : null}
          </>
        ) : null}
      </div>
    </Card>
  );
}

function moreWords(firing: number, others: number): string {
  const more = [...(firing > 0 ? [`${firing} more`] : []), ...(others > 0 ? [`${others} that end or take an alert`] : [])].join(' and ');
  return `Show ${more}`;
}

function countWords(tested: readonly TestedAlert[], ruleId: string | null): string {
  const firing = tested.filter(({ status }) => status === 'firing');
  const count = firing.filter((alert) => (ruleId === null ? alert.ruleId !== null : alert.ruleId === ruleId)).length;
  return ruleId === null ? `A rule decides about ${count} of ${firing.length} that fire.` : `This rule decides about ${count} of ${firing.length} that fire.`;
}

function OneAlert({ alert: { title, receivedAt, source, status, ruleName, why, outcome, severity, suppressed }, mine }: { alert: TestedAlert; mine: boolean }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const fires = status === 'firing';
  return (
    <li className={`tested${mine ? ' tested-mine' : ''}`}>
      <p className="tested-title">{fires && !suppressed ? <SeverityMark severity={severity} word={false} /> : null}<span>{title}</span></p>
      <p className="quiet small tabular">{whenWords(receivedAt, now, timeZone)} · {source}{fires ? '' : ` · ${status}`}</p>
      <p className="tested-decision"><b className={suppressed ? 'tested-suppressed' : undefined}>{outcome}</b>{ruleName === null ? <span className="quiet"> · no rule</span> : <> · {ruleName}</>}</p>
      {ruleName !== null && why !== '' ? <p className="quiet small">{why}</p> : null}
    </li>
  );
}

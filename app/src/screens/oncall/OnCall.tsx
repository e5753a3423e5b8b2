import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { policies as everyPolicy, services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Failure, Icon, Row, Rows, Screen, Skeleton, Stack, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { AskSheet } from './AskSheet';
import { gapsOf, shiftsOf } from './board';
import { CoverRequests } from './CoverRequests';
import { Gaps } from './Gaps';
import { HandOverNote } from './HandOverNote';
import { MyTimeOff } from './MyTimeOff';
import { PolicyNow } from './PolicyNow';
import { Shifts } from './Shifts';
import type { OwnShift } from './Shifts';
import { ScheduleRow } from '../schedules/ScheduleRow';
import { useDuty } from './useDuty';
import { useOnCall } from './useOnCall';
import './on-call.css';

/** Who is on call now, when that changes, and when it is the reader's turn. */
export default function OnCall() {
  const { role } = usePerson();
  if (role === 'stakeholder') {
    return <Screen title="On call"><Empty title="On call is for responders" icon="onCall"><p>You see incidents and how they go. To reach somebody, report an incident: whoever is on call is paged.</p></Empty></Screen>;
  }
  return <Screen title="On call" actions={<Link className="action action-quiet action-quiet-accent" to="/schedules"><Icon name="onCall" size={20} /><span>Schedules</span></Link>}><div className="on-call-wide"><Board /></div></Screen>;
}

function Board() {
  const { userId, role } = usePerson();
  const facts = useOnCall();
  const duty = useDuty();
  const live = useLive(everyPolicy);
  const services = known(useLive(everyService)) ?? [];
  const now = useMinute();
  const [asking, setAsking] = useState<OwnShift | null>(null);
  const policies = known(live);
  const { dated } = facts;
  const withPolicies = useMemo(() => ({ ...facts, policies: Object.fromEntries((policies ?? []).map((policy) => [policy.id, policy])) }), [facts, policies]);
  const shifts = useMemo(() => shiftsOf(userId, dated, now), [userId, dated, now]);
  const gaps = useMemo(() => gapsOf(dated, now), [dated, now]);
  const named = policies?.some(({ steps }) => steps.some(({ targets }) => targets.some((target) => target.kind === 'person' && target.userId === userId))) ?? false;
  if (live.state === 'failed') return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
  if (!policies || !facts.complete) return <Skeleton rows={4} label="Loading who is on call" />;
  if (policies.length === 0 && dated.length === 0) {
    return (
      <Empty title="Nobody is on call yet" icon="onCall" action={role === 'admin' ? <Link className="action action-quiet action-quiet-accent action-outlined" to="/schedules/new">Make a schedule</Link> : null}>
        <p>A schedule says who is on call when; an escalation policy says who is paged, and who next. {role === 'admin' ? 'Begin with a schedule.' : 'An admin makes the first one.'}</p>
      </Empty>
    );
  }
  // A note is for those who have the shift now or next.
  const own = dated.filter(({ schedule }) => shifts.some(({ scheduleId }) => scheduleId === schedule.id));
  return (
    <Stack>
      {duty ? <p className="on-call-duty tabular" data-testid="duty">{duty}</p> : null}
      <Gaps gaps={gaps} now={now} />
      <div className="on-call-grid">
        <div>
          <CoverRequests facts={facts} />
          <Card flush title="Your next shifts"><Shifts shifts={shifts} named={named} now={now} onAsk={setAsking} /></Card>
          {own.map((each) => <HandOverNote key={each.schedule.id} of={each} asksAll={own.length > 1} />)}
          <MyTimeOff facts={facts} />
        </div>
        <div>
          {policies.map((policy) => (
            <PolicyNow key={policy.id} policy={policy} facts={withPolicies} services={services.filter(({ policyId }) => policyId === policy.id)} now={now} />
          ))}
          {dated.length > 0 ? <Card flush title="Schedules"><Rows label="Schedules">{dated.map((each) => <ScheduleRow key={each.schedule.id} of={each} facts={facts} now={now} />)}</Rows></Card> : <Card flush><Row to={role === 'admin' ? '/schedules/new' : '/schedules'} title={role === 'admin' ? 'Make a schedule' : 'Schedules'} detail="No schedule yet: policies name people at any time." /></Card>}
        </div>
      </div>
      {asking ? <AskSheet shift={asking} facts={facts} onClose={() => setAsking(null)} /> : null}
      <Card flush>
        <Rows label="Looking back">
          <Row to="/shift-review" start={<Icon name="onCall" />} title="Review your shift" detail="What it was like, and what it leaves" data-testid="review-shift" />
          <Row to="/load" start={<Icon name="clock" />} title="Load" detail="Hours, nights and pages, per person" />
        </Rows>
      </Card>
      {gaps.length === 0 && dated.length > 0 ? <p className="quiet small">No gaps in the next two weeks.</p> : null}
    </Stack>
  );
}

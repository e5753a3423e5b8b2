import { useMemo } from 'react';
import { policies as everyPolicy, services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Failure, Screen, Skeleton, Stack, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { gapsOf, shiftsOf } from './board';
import { Gaps } from './Gaps';
import { PolicyNow } from './PolicyNow';
import { Shifts } from './Shifts';
import { useDuty } from './useDuty';

/** Who is on call now, when that changes, and when it is the reader's turn. */
export default function OnCall() {
  const { role } = usePerson();
  if (role === 'stakeholder') {
    return <Screen title="On call"><Empty title="On call is for responders" icon="onCall"><p>You see incidents and how they go. To reach somebody, report an incident: whoever is on call is paged.</p></Empty></Screen>;
  }
  return <Screen title="On call"><Board /></Screen>;
}

function Board() {
  const { userId } = usePerson();
  const facts = useFacts();
  const duty = useDuty();
  const live = useLive(everyPolicy);
  const services = known(useLive(everyService)) ?? [];
  const now = useMinute();
  const policies = known(live);
  const schedules = useMemo(() => Object.values(facts.schedules), [facts]);
  const shifts = useMemo(() => shiftsOf(userId, schedules, now), [userId, schedules, now]);
  const gaps = useMemo(() => gapsOf(schedules, now), [schedules, now]);
  const named = policies?.some(({ steps }) => steps.some(({ targets }) => targets.some((target) => target.kind === 'person' && target.userId === userId))) ?? false;
  if (live.state === 'failed') return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
  if (!policies || !facts.complete) return <Skeleton rows={4} label="Loading who is on call" />;
  if (policies.length === 0) return <Empty title="Nobody is on call yet" icon="onCall"><p>An escalation policy says who is paged, and who next. An admin makes the first one.</p></Empty>;
  return (
    <Stack>
      {duty ? <p className="on-call-duty tabular">{duty}</p> : null}
      <Gaps gaps={gaps} now={now} />
      {policies.map((policy) => (
        <PolicyNow key={policy.id} policy={policy} facts={facts} services={services.filter(({ policyId }) => policyId === policy.id)} now={now} />
      ))}
      <Card title="Your next shifts"><Shifts shifts={shifts} named={named} now={now} /></Card>
    </Stack>
  );
}

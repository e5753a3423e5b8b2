import { useState } from 'react';
import { useMatch } from 'react-router-dom';
import { signOut } from '../../session/session';
import { usePerson } from '../../session/useSession';
import { useQueue } from '../../commands/useCommands';
import { Card, ConfirmSheet, Icon, Row, Rows, Screen, Stack } from '../../ui';
import type { IconName } from '../../ui';

const roles = { admin: 'Admin', responder: 'Responder', stakeholder: 'Stakeholder' } as const;

/** Everything about oneself, one's devices and the organisation. */
export default function More() {
  const { name, email, role } = usePerson();
  const waiting = useQueue().filter(({ state }) => state === 'waiting').length;
  const [leaving, setLeaving] = useState(false);
  const isMember = role !== 'stakeholder';
  return (
    <Screen title="More">
      <Stack>
        <Card flush>
          <Rows label="You">
            <Place to="/profile" icon="person" title={name} detail={`${email} · ${roles[role]}`} />
            <Place to="/contact" icon="bell" title="How you are reached" detail={isMember ? 'Devices, numbers, and the order of a page' : 'Numbers and addresses'} />
            {isMember ? <Place to="/profile/time-off" icon="clock" title="Time off" detail="When you are away, and what needs cover" /> : null}
            <Place to="/subscriptions" icon="eye" title="Subscriptions" detail="Which updates you are told of" />
            <Place to="/devices" icon="phone" title="Devices" detail="Whether they can ring, and a test page" />
            {isMember ? <Place to="/notifications" icon="note" title="Notifications" detail="Who was told, how, and how far it came" /> : null}
          </Rows>
        </Card>
        <Card flush>
          <Rows label="Organisation">
            {isMember ? <Place to="/people" icon="people" title="People and teams" /> : null}
            {isMember ? <Place to="/schedules" icon="onCall" title="Schedules" detail="Who is on call when, and holidays" /> : null}
            {isMember ? <Place to="/load" icon="clock" title="Load" detail="Hours, nights and pages, per person" /> : null}
            {isMember ? <Place to="/metrics" icon="up" title="Metrics" detail="How fast, how often, and at what cost in sleep" /> : null}
            {isMember ? <Place to="/noise" icon="silence" title="Noise" detail="What paged for nothing, and what would help" /> : null}
            {isMember ? <Place to="/shift-review" icon="onCall" title="Shift review" detail="What a shift was like, and what it leaves" /> : null}
            {isMember ? <Place to="/post-mortems" icon="note" title="Post-mortems" detail="What was learned, and what is still to be done" /> : null}
            {isMember ? <Place to="/status-page" icon="open" title="Status page" detail="What the public is told, and what waits to be" /> : null}
            {isMember ? <Place to="/services" icon="services" title="Services" detail="What can break, and who is paged" /> : null}
            {isMember ? <Place to="/policies" icon="up" title="Escalation policies" detail="Who is paged, and who next" /> : null}
            {isMember ? <Place to="/coverage" icon="check" title="Coverage" detail="Whether somebody is always reachable" /> : null}
            {isMember ? <Place to="/plans" icon="runbooks" title="Response plans" detail="What happens by itself when an incident begins" /> : null}
            {isMember ? <Place to="/destinations" icon="note" title="Destinations" detail="Slack, Teams and webhooks that are told" /> : null}
            {isMember ? <Place to="/integrations" icon="integrations" title="Integrations" detail="The tools that report, and their keys" /> : null}
            {isMember ? <Place to="/heartbeats" icon="heartbeat" title="Heartbeats" detail="Jobs that must report in time" /> : null}
            {isMember ? <Place to="/maintenance" icon="maintenance" title="Maintenance" detail="When alerts do not page" /> : null}
            {isMember ? <Place to="/routing" icon="menu" title="Routing rules" detail="What becomes of an alert, and why" /> : null}
            {isMember ? <Place to="/problems" icon="help" title="Known problems" detail="What keeps coming back, and the way round it" /> : null}
            {isMember ? <Place to="/war-room" icon="phone" title="War room" detail="Where people meet, and its backup" /> : null}
            {isMember ? <Place to="/drills" icon="bell" title="Drills" detail="Practise being paged, and see who was reached" /> : null}
            {isMember ? <Place to="/severities" icon="incidents" title="Severities" detail="What each means and asks for" /> : null}
            {role === 'admin' ? <Place to="/audit" icon="eye" title="Audit" detail="Who changed what, before and after" /> : null}
            <Place to="/welcome" icon="help" title="Welcome again" detail="Setting this device up, step by step" />
          </Rows>
        </Card>
        <Card flush>
          <Row start={<Icon name="signOut" />} title="Sign out" onClick={() => setLeaving(true)} data-testid="sign-out" />
        </Card>
        <p className="quiet small">Rouse is open source under the Apache License 2.0.</p>
      </Stack>
      <ConfirmSheet open={leaving} onClose={() => setLeaving(false)} title="Sign out" confirm="Sign out" onConfirm={() => { void signOut(); }}>
        <p>{isMember ? 'This device will not ring any more, and forgets what it has read. ' : 'This device forgets what it has read. '}
          {waiting > 0 ? `${waiting} ${waiting === 1 ? 'change' : 'changes'} not yet sent will be lost.` : ''}</p>
      </ConfirmSheet>
    </Screen>
  );
}

function Place({ to, icon, title, detail }: { to: string; icon: IconName; title: string; detail?: string }) {
  const here = useMatch({ path: to, end: false }) !== null;
  return <Row to={to} current={here} start={<Icon name={icon} />} title={title} detail={detail} />;
}

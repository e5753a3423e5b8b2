import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { useRinging } from '../../device';
import { usePerson } from '../../session/useSession';
import { Empty, PrimaryAction, QuietAction, Screen, Stack } from '../../ui';
import { AllowStep } from './AllowStep';
import { ConnectStep } from './ConnectStep';
import { welcomeProgress } from './drills';
import { LeaveStep } from './LeaveStep';
import { NoGround } from './NoGround';
import { PageMeStep } from './PageMeStep';
import { escalatedTo } from './proof';
import { Step } from './Step';
import { useDrill } from './useDrill';
import { useGround } from './useGround';
import './welcome.css';

/** The first five minutes: this device rings, the reader acknowledges, sees what happens otherwise, and connects their tool. */
export default function Welcome() {
  const { role } = usePerson();
  const navigate = useNavigate();
  const leave = () => { void navigate('/incidents'); };
  if (role === 'stakeholder') {
    return (
      <Screen title="Welcome" footer={<PrimaryAction onClick={leave}>See the incidents</PrimaryAction>}>
        <Empty title="You are a stakeholder here" icon="eye"><p>You see what is broken and how it goes, and may report what you notice. You are never paged, so there is nothing to set up.</p></Empty>
      </Screen>
    );
  }
  return (
    <Screen title="Welcome" actions={<QuietAction onClick={leave}>Close</QuietAction>}>
      <Stack><LeadThrough onEnd={leave} /></Stack>
    </Screen>
  );
}

function LeadThrough({ onEnd }: { onEnd: () => void }) {
  const { name, userId } = usePerson();
  const ringing = useRinging();
  const ground = useGround();
  const answered = useDrill('answered');
  const left = useDrill('left');
  const { skipped, reached } = useSyncExternalStore(welcomeProgress.subscribe, welcomeProgress.current);
  const [chosen, setChosen] = useState<number | null>(null);

  const rings = ringing.state === 'ready' || ringing.state === 'localOnly';
  const proved = answered.incident !== null && answered.incident.status !== 'triggered';
  const escalated = left.incident !== null && ground.state === 'ready' && escalatedTo(left.incident, ground.plan) !== null;
  const seen = skipped || (escalated && left.incident?.status === 'resolved');
  const done = [rings, proved, seen, false];
  const open = chosen ?? (rings ? Math.max(1, reached) : 0);
  const goOnTo = (step: number) => {
    welcomeProgress.learn({ reached: Math.max(reached, step) });
    setChosen(step);
  };
  const step = (index: number) => ({
    number: index + 1, done: done[index] ?? false, open: open === index, onToggle: () => setChosen(open === index ? -1 : index),
  });
  const inside = (content: (ready: Extract<typeof ground, { state: 'ready' }>) => React.ReactNode) => (ground.state === 'ready' ? content(ground) : <NoGround ground={ground} />);
  return (
    <>
      <p className="welcome-lead">Five minutes, {firstName(name)}: prove that a page reaches you before one has to.</p>
      <Step {...step(0)} title="Let this device ring" summary={rings ? ringing.sentence : undefined}><AllowStep onDone={() => goOnTo(1)} /></Step>
      <Step {...step(1)} title="Be paged, and acknowledge" summary={proved ? takenSummary(answered.incident, userId) : undefined}>
        {inside((ready) => <PageMeStep ground={ready} drill={answered} onDone={() => goOnTo(2)} />)}
      </Step>
      <Step {...step(2)} title="See what happens if you do not answer" summary={skipped ? 'Skipped.' : seen ? 'The next person was paged.' : undefined}>
        {inside((ready) => <LeaveStep ground={ready} drill={left} onDone={() => goOnTo(3)} />)}
      </Step>
      <Step {...step(3)} title="Connect your monitoring">{inside((ready) => <ConnectStep ground={ready} />)}</Step>
      {open === 3 || open === -1 ? <PrimaryAction tone={open === 3 ? 'accent' : 'plain'} onClick={onEnd}>Done: to the incidents</PrimaryAction> : null}
    </>
  );
}

function takenSummary(incident: Incident | null, userId: string): string {
  const owner = incident === null || incident.status === 'triggered' ? null : incident.owner;
  if (owner === null) return 'It ended before anybody acknowledged it.';
  return owner.userId === userId ? 'The page reached you, and you took it.' : `${owner.name} took it.`;
}

const firstName = (name: string) => name.split(' ')[0] ?? name;

import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { Icon, PrimaryAction, QuietAction } from '../../ui';
import { seconds } from '../devices/seconds';
import { welcomeProgress } from './drills';
import { LiveDrill } from './LiveDrill';
import { nextSentence } from './plan';
import { escalatedTo } from './proof';
import type { RunningDrill } from './useDrill';
import type { Ground } from './useGround';

/** What happens to a page that nobody answers, seen happening. It wakes somebody for real, so it says so and can be skipped. */
export function LeaveStep({ ground, drill, onDone }: { ground: Extract<Ground, { state: 'ready' }>; drill: RunningDrill; onDone: () => void }) {
  const { userId } = usePerson();
  const { act } = useCommands();
  const { plan, key } = ground;
  const { incident } = drill;
  const skip = () => { welcomeProgress.learn({ skipped: true }); onDone(); };
  if (drill.drill) {
    const next = incident ? escalatedTo(incident, plan) : null;
    const open = incident !== null && incident.status !== 'resolved';
    return (
      <>
        {next ? (
          <ul className="welcome-proof" data-testid="escalated">
            <li className="tabular"><Icon name="check" size={20} /><span>{next.name} was paged {seconds(next.after)} after the first page, because nobody had answered.</span></li>
          </ul>
        ) : <LiveDrill drill={drill} what="Leave the alarm alone: Silence stops the sound, not the escalation." />}
        {incident && !next && incident.status !== 'triggered' ? <p role="status">It was answered before anybody else was paged.</p> : null}
        {next && open ? <LiveDrill drill={drill} what="End it now, so that nobody else is woken." /> : null}
        {open ? <PrimaryAction onClick={() => { void act({ type: 'resolve', incidentId: incident.id }); }} data-testid="end-drill">End this drill</PrimaryAction> : null}
        {incident?.status === 'resolved' ? <PrimaryAction onClick={onDone}>Next</PrimaryAction> : null}
      </>
    );
  }
  const others = plan.second.filter((person) => person.userId !== userId).map(({ name }) => name);
  return (
    <>
      <p>Let the next one ring. {nextSentence(plan, userId)}</p>
      {others.length > 0 ? <p>This really wakes {others.join(' and ')}. Tell them first, or skip it.</p> : null}
      {drill.problem ? <p className="welcome-problem" role="alert">{drill.problem}</p> : null}
      <PrimaryAction busy={drill.busy} onClick={() => { void drill.start(key); }} data-testid="leave-unanswered">Send one that nobody answers</PrimaryAction>
      <QuietAction tone="plain" onClick={skip}>Skip this</QuietAction>
    </>
  );
}

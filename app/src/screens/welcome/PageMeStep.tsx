import { Link } from 'react-router-dom';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { Icon, PrimaryAction, QuietAction } from '../../ui';
import { LiveDrill } from './LiveDrill';
import { nextSentence, pagesMe, planSentence } from './plan';
import { proofSentences } from './proof';
import type { RunningDrill } from './useDrill';
import type { Ground } from './useGround';

/** A real alert through the real hook, to whoever is really on call; and then the proof, measured. */
export function PageMeStep({ ground, drill, onDone }: { ground: Extract<Ground, { state: 'ready' }>; drill: RunningDrill; onDone: () => void }) {
  const { userId, timeZone } = usePerson();
  const { act } = useCommands();
  const { plan, service, key } = ground;
  const mine = pagesMe(plan, userId);
  const { incident } = drill;
  const taken = incident !== null && incident.status !== 'triggered';

  if (drill.drill && incident && taken) {
    return (
      <>
        <ul className="welcome-proof" data-testid="proof">
          {proofSentences({ drill: drill.drill, shownAt: drill.shownAt, incident, plan }, userId, timeZone).map((sentence) => (
            <li key={sentence} className="tabular"><Icon name="check" size={20} /><span>{sentence}</span></li>
          ))}
        </ul>
        <PrimaryAction onClick={onDone}>Next</PrimaryAction>
        <div className="welcome-choices">
          {incident.status === 'resolved' ? null : <QuietAction onClick={() => { void act({ type: 'resolve', incidentId: incident.id }); }}>Resolve this drill</QuietAction>}
          <QuietAction tone="plain" onClick={() => { void drill.start(key); }}>Do it again</QuietAction>
        </div>
      </>
    );
  }
  if (drill.drill) return <LiveDrill drill={drill} what={mine ? 'It rings. Acknowledge it with the large button, here or in the notification.' : 'The page is with whoever is on call. You see here what they do.'} />;
  return (
    <>
      <p>{planSentence(plan, service.name, userId)} {nextSentence(plan, userId)}</p>
      <p className="quiet">This is a real alert, sent the way your monitoring will send it. It says that it is a drill.</p>
      {drill.problem ? <p className="welcome-problem" role="alert">{drill.problem}</p> : null}
      <PrimaryAction icon="bell" busy={drill.busy} onClick={() => { void drill.start(key); }} data-testid="page-me">
        {mine ? 'Page me' : plan.lastResort ? 'Page the admins' : `Page ${plan.first[0]?.name ?? ''}`}
      </PrimaryAction>
      {mine ? null : <p className="quiet small">To ring only this device, send yourself a <Link to="/devices">test page</Link> instead.</p>}
    </>
  );
}

import { useMemo, useState } from 'react';
import type { Incident, ResponderRequest } from '#domain/incident/incident';
import { useCommands } from '../../commands/useCommands';
import { known } from '../../live/live';
import { teams as everyTeam } from '../../live/people';
import type { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Field, Icon, PrimaryAction, Row, Rows, Sheet, Skeleton, useMinute } from '../../ui';
import type { IconName } from '../../ui';
import { askWords, candidatesOf } from './candidates';
import type { Candidate } from './candidates';
import { Countdown } from './Countdown';
import { CallByPhone } from './CallByPhone';

type Kind = ResponderRequest['kind'];
type Props = { incident: Incident; kind: Kind; facts: ReturnType<typeof useFacts>; open: boolean; onClose: () => void };

const titles: Record<Kind, string> = { take: 'Hand it to somebody', help: 'Ask for help', call: 'Call somebody' };
const words: Record<Kind, string> = {
  take: 'They accept or decline. Until somebody accepts, nothing changes.', help: 'They accept or decline, and join as responders. It stays with whoever has it.',
  call: 'Rouse rings them by every way that they have set, until they accept or decline.',
};

/** Chooses somebody to ask, then counts down: it wakes them. Closing the sheet in any way takes it back. */
export default function AskSheet({ open, onClose, ...rest }: Props) {
  return <Sheet open={open} onClose={onClose} title={titles[rest.kind]}>{open ? <Asking key={rest.kind} onClose={onClose} {...rest} /> : null}</Sheet>;
}

function Asking({ incident, kind, facts, onClose }: Omit<Props, 'open'>) {
  const { act } = useCommands();
  const [chosen, choose] = useState<Candidate | null>(null);
  const [sure, setSure] = useState(false);
  if (chosen === null) return <Choice incident={incident} kind={kind} facts={facts} onChoose={choose} />;
  const { callNumber, names } = chosen;
  if (kind === 'call' && callNumber !== null && !sure) {
    return (
      <>
        <p className="sheet-words">Call {chosen.title} yourself, or let Rouse ring them by every way that they have set.</p>
        <div className="sheet-actions">
          <CallByPhone name={chosen.title} number={callNumber} />
          <PrimaryAction guarded tone="plain" icon="bell" onClick={() => setSure(true)} data-testid="call-by-rouse">Let Rouse ring them</PrimaryAction>
        </div>
      </>
    );
  }
  return (
    <Countdown
      words={askWords(kind, names)} onCancel={onClose}
      onDone={() => { onClose(); void act({ type: 'askResponders', incidentId: incident.id, kind, targets: [chosen.target] }); }}
    />
  );
}

function Choice({ incident, kind, facts, onChoose }: { incident: Incident; kind: Kind; facts: Props['facts']; onChoose: (candidate: Candidate) => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const teams = known(useLive(everyTeam));
  const [typed, setTyped] = useState('');
  const all = useMemo(() => candidatesOf({ incident, kind, userId, zone: timeZone }, facts, teams ?? [], now), [incident, kind, userId, timeZone, facts, teams, now]);
  if (!facts.complete) return <Skeleton rows={3} label="Loading people" />;
  const wanted = typed.trim().toLowerCase();
  const matching = (candidates: readonly Candidate[]) => candidates.filter(({ title, names }) => wanted === '' || [title, ...names].some((name) => name.toLowerCase().includes(wanted)));
  const [people, schedules, groups] = [matching(all.people), matching(all.schedules), matching(all.teams)];
  return (
    <>
      <p className="sheet-words">{words[kind]}</p>
      {all.people.length > 8 ? <Field label="Find" type="search" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} /> : null}
      {people.length + schedules.length + groups.length === 0 ? <p className="quiet">{wanted === '' ? 'There is nobody else who may act.' : 'Nobody by this name.'}</p> : null}
      <Group title="People" icon="person" candidates={people} kind={kind} onChoose={onChoose} />
      <Group title="On call now" icon="onCall" candidates={schedules} kind={kind} onChoose={onChoose} />
      <Group title="Teams" icon="people" candidates={groups} kind={kind} onChoose={onChoose} />
    </>
  );
}

function Group({ title, icon, candidates, kind, onChoose }: { title: string; icon: IconName; candidates: readonly Candidate[]; kind: Kind; onChoose: (candidate: Candidate) => void }) {
  if (candidates.length === 0) return null;
  return (
    <>
      <h3 className="ask-part">{title}</h3>
      <Rows label={title}>
        {candidates.map((each) => (
          <Row
            key={each.key} start={<Icon name={icon} />} title={each.title} detail={each.detail === '' ? undefined : <span className="tabular">{each.detail}</span>}
            end={kind === 'call' && each.callNumber !== null ? 'has a number' : undefined} onClick={() => onChoose(each)} data-testid="ask-choice"
          />
        ))}
      </Rows>
    </>
  );
}

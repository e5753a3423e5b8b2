import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { resolveWallTime, wallTimeAt } from '#domain/time/zone';
import { usePerson } from '../../../session/useSession';
import { Field, PrimaryAction, QuietAction, Sheet, useMinute } from '../../../ui';
import { useSending } from '../useSending';
import { clockRows } from './clockRows';
import './clocks.css';

type Props = { incident: Incident; open: boolean; onClose: () => void };

/** When what happened, in the reader's zone with UTC a tap away; when it began may be set. */
export default function ClockSheet({ open, onClose, incident }: Props) {
  return <Sheet open={open} onClose={onClose} title="Clocks">{open ? <Clocks incident={incident} /> : null}</Sheet>;
}

function Clocks({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [inUtc, setInUtc] = useState(false);
  const [editing, setEditing] = useState(false);
  const zone = inUtc ? 'UTC' : timeZone;
  return (
    <>
      <dl className="clocks" data-testid="clocks">
        {clockRows(incident.clocks, zone, now).map(({ key, name, at, when, after }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd className="tabular"><time dateTime={new Date(at).toISOString()}>{when}{inUtc ? ' UTC' : ''}</time>{after === '' ? null : <span className="quiet">{after}</span>}</dd>
          </div>
        ))}
      </dl>
      <QuietAction aria-pressed={inUtc} onClick={() => setInUtc(!inUtc)} data-testid="clocks-utc">{inUtc ? `Show ${timeZone.replaceAll('_', ' ')}` : 'Show UTC'}</QuietAction>
      {editing ? <Began incident={incident} onDone={() => setEditing(false)} /> : <QuietAction onClick={() => setEditing(true)} data-testid="set-began">Set when it began</QuietAction>}
    </>
  );
}

function Began({ incident: { id, clocks }, onDone }: { incident: Incident; onDone: () => void }) {
  const { timeZone } = usePerson();
  const { sending, send } = useSending();
  const [local, setLocal] = useState(() => wallTimeAt(clocks.startedAt, timeZone));
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) { setError('Both a day and a time are needed.'); return; }
    const typed = resolveWallTime(local, timeZone, 'first');
    // The picker knows whole minutes: the minute in which it was noticed is not after it.
    const startedAt = typed > clocks.detectedAt && typed - clocks.detectedAt < 60_000 ? clocks.detectedAt : typed;
    if (startedAt > clocks.detectedAt) { setError('It was noticed before that. Choose an earlier time.'); return; }
    if (await send('began', { type: 'setStartedAt', incidentId: id, startedAt })) onDone();
  };
  return (
    <form noValidate className="clocks-began" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field label="It began at" type="datetime-local" value={local} error={error} hint={`By your clock, ${timeZone.replaceAll('_', ' ')}. The time to notice it is counted from then.`} onChange={(event) => { setLocal(event.target.value); setError(null); }} />
      <PrimaryAction submit busy={sending !== null} data-testid="save-began">{sending === null ? 'Save' : 'Saving'}</PrimaryAction>
    </form>
  );
}

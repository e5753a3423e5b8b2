import { phaseNames } from '#domain/incident/phase';
import { whenWords } from '#domain/time/words';
import type { StatusUpdate } from '#domain/update/statusUpdate';
import { usePerson } from '../../../session/useSession';
import { useMinute } from '../../../ui';

/** Updates as they were sent, the newest first: phase, time, and (`writers`) who wrote each. */
export function UpdateList({ updates, writers }: { updates: readonly StatusUpdate[]; writers: boolean }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  return (
    <ol className="updates" reversed>
      {updates.map(({ id, at, by, phase, text, final }) => (
        <li key={id} data-testid="update">
          <p className="updates-head"><b>{phaseNames[phase]}</b>{final ? <span>final</span> : null}<time className="tabular" dateTime={new Date(at).toISOString()}>{whenWords(at, now, timeZone)}</time>{writers ? <span>{by}</span> : null}</p>
          <p className="updates-text">{text}</p>
        </li>
      ))}
    </ol>
  );
}

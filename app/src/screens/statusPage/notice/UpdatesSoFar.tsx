import { phaseNames } from '#domain/incident/phase';
import type { NoticeUpdate } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { useMinute } from '../../../ui';

/** What the public was told, in the order of time. */
export function UpdatesSoFar({ updates }: { updates: readonly NoticeUpdate[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  return (
    <ol className="notice-updates">
      {updates.map(({ id, at, phase, text }) => (
        <li key={id} data-testid="notice-update">
          <p className="notice-when"><b>{phaseNames[phase]}</b><time className="tabular" dateTime={new Date(at).toISOString()}>{whenWords(at, now, timeZone)}</time></p>
          <p className="notice-text">{text}</p>
        </li>
      ))}
    </ol>
  );
}

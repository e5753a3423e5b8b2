import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card } from '../../ui';
import type { gapsOf } from './board';

/** When nobody is on call: said on top and in full, because a page then goes to the admins. */
export function Gaps({ gaps, now }: { gaps: ReturnType<typeof gapsOf>; now: number }) {
  const { timeZone } = usePerson();
  if (gaps.length === 0) return null;
  return (
    <Card title="Gaps" tone="warning">
      {gaps.map(({ scheduleId, name, startAt, endAt, open }) => (
        <p key={`${scheduleId} ${startAt}`} className="tabular">
          Nobody is on call for {name} {startAt <= now ? 'now' : `from ${whenWords(startAt, now, timeZone)}`}{open ? '' : ` until ${whenWords(endAt, now, timeZone)}`}: pages go on to the next step.
        </p>
      ))}
    </Card>
  );
}

import { useMemo } from 'react';
import { policies } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { useMinute } from '../../ui';
import { dutyOf, dutySentence } from './duty';
import { useOnCall } from './useOnCall';

/** Where the reader stands on call, as a sentence; null while it is not known, and for stakeholders, who are never paged. */
export function useDuty(): string | null {
  const { userId, role, timeZone } = usePerson();
  const facts = useOnCall();
  const every = known(useLive(role === 'stakeholder' ? null : policies));
  const now = useMinute();
  return useMemo(
    () => (every && facts.complete ? dutySentence(dutyOf(userId, every, facts, now), now, timeZone) : null),
    [every, facts, now, timeZone, userId],
  );
}

import { mayRead } from '#domain/access/access';
import type { DocumentPattern } from '#domain/access/access';
import { maySend } from '#domain/access/commands';
import type { Command } from '#domain/command/command';
import type { Live, Watched } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';

const denied = { state: 'failed', reason: 'denied' } as const;

/** What `watched` knows; denied without asking for those whom the rules would turn away, and for stakeholders, who are spared all configuration. */
export function useReadable<T>(pattern: DocumentPattern, watched: Watched<T>): Live<T> {
  const { role, userId } = usePerson();
  const isAllowed = role !== 'stakeholder' && mayRead({ role, userId }, pattern);
  const live = useLive(isAllowed ? watched : null);
  return isAllowed ? live : denied;
}

/** Whether the signed-in person may send this command. */
export function useMay(type: Command['type']): boolean {
  return maySend(usePerson().role, type);
}

import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from '../session/useSession';
import { say } from '../ui/toast';
import { UNANSWERED } from '../words/errors';
import { commandQueue } from './commandQueue';
import type { Entry } from './queue';
import { sendCommand } from './send';
import type { Outcome } from './send';
import { asCommand, isKept } from './wish';
import type { Wish } from './wish';

/**
 * Sends commands. Kept ones go through the queue; the others are tried once. `send` answers what became of it and says
 * nothing; `act` also says it to the person: why it was refused, that it was overtaken, that it is kept.
 */
export function useCommands(): { send: (wish: Wish) => Promise<Outcome>; act: (wish: Wish) => Promise<Outcome> } {
  const session = useSession();
  const userId = session.state === 'signedIn' ? session.person.userId : null;
  const send = useCallback(async (wish: Wish) => {
    const command = asCommand(wish);
    return userId !== null && isKept(command) ? commandQueue.add(command, userId) : sendCommand(command);
  }, [userId]);
  const act = useCallback(async (wish: Wish) => {
    const outcome = await send(wish);
    if (outcome.state === 'refused') say(outcome.sentence, 'danger');
    // Whether somebody is still paged is said where it matters, in the incident's own words.
    const saidThere = wish.type === 'acknowledge' || wish.type === 'release';
    if (outcome.state === 'unanswered' && !saidThere) say(isKept(wish) ? UNANSWERED : outcome.sentence, 'danger');
    if (outcome.state === 'answered' && outcome.answer.outcome === 'unchanged') say(outcome.answer.message);
    return outcome;
  }, [send]);
  return { send, act };
}

/** Every kept command and how far it is. */
export function useQueue(): readonly Entry[] {
  return useSyncExternalStore(commandQueue.subscribe, commandQueue.current);
}

import { useState } from 'react';
import { useCommands } from '../../commands/useCommands';
import { isKept } from '../../commands/wish';
import type { Wish } from '../../commands/wish';

/**
 * Sends a command and knows that it is on its way: `sending` is its name until it is answered. `send` answers whether it got anywhere (answered, or kept until
 * there is a connection), so that a sheet with typed words closes only then; why not has been said already.
 */
export function useSending(): { sending: string | null; send: (name: string, wish: Wish) => Promise<boolean> } {
  const { act } = useCommands();
  const [sending, set] = useState<string | null>(null);
  const send = async (name: string, wish: Wish) => {
    set(name);
    const outcome = await act(wish);
    set((current) => (current === name ? null : current));
    return outcome.state === 'answered' || (outcome.state === 'unanswered' && isKept(wish));
  };
  return { sending, send };
}

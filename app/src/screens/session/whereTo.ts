import { z } from 'zod';

const From = z.object({ from: z.string().startsWith('/') });

/** Where to go after signing in: where the person wanted to, else the incidents. `state` is the router's, written by the gate. */
export function whereTo(state: unknown): string {
  const wanted = From.safeParse(state);
  return wanted.success && !wanted.data.from.startsWith('/sign-in') ? wanted.data.from : '/incidents';
}

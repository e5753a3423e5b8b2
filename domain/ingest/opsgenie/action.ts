import { z } from 'zod';
import { needed, Said } from '../said';

// What is wrong is said as the Alert API says it: the field and what it may not be, for the `errors` of its 422.

const alias = needed('alias can not be empty');
const by = { alias, user: Said, source: Said };

export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;

/** A priority in any case; '' where none is given. */
export const Priority = Said.transform((word) => word.toUpperCase())
  .pipe(z.enum(['', ...priorities], 'priority should be one of [ P1, P2, P3, P4, P5 ]'));

const action = <T extends string, S extends z.ZodRawShape>(name: T, shape: S) => z.object({ opsgenieAction: z.literal(name), ...by, ...shape });

/**
 * A request of the Alert API to an alert that exists, as the inbox keeps it: the path says what is wanted and of which alert, the rest is the
 * request's own body. `POST /v2/alerts/{alias}/close` with `{"note": "done"}` is `{opsgenieAction: 'close', alias, note: 'done'}`.
 */
export const OpsgenieAction = z.discriminatedUnion('opsgenieAction', [
  action('close', { note: Said }),
  action('acknowledge', { note: Said }),
  action('unacknowledge', { note: Said }),
  action('note', { note: needed('note can not be empty') }),
  action('message', { message: needed('message can not be empty') }),
  /** An empty description empties the alert's. */
  action('description', { description: z.string('description can not be empty').trim() }),
  action('priority', { priority: Priority.refine((word) => word !== '', 'priority can not be empty') }),
]);
export type OpsgenieAction = z.infer<typeof OpsgenieAction>;

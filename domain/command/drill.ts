import { z } from 'zod';
import { DrillScenario } from '../drill/drill';
import { Instant } from '../time/instant';
import { command, id } from './envelope';

export const DrillCommand = z.discriminatedUnion('type', [
  /** `startsAt` null: at once. */
  command('scheduleDrill', { scenario: DrillScenario, serviceId: id, startsAt: Instant.nullable(), isSurprise: z.boolean() }),
  command('cancelDrill', { drillId: id }),
  /** Ends the one that runs: its incident is resolved. */
  command('endDrill', { drillId: id }),
]);
export type DrillCommand = z.infer<typeof DrillCommand>;

import { z } from 'zod';

/** How a keeper is started: its first argument, as JSON. */
export const KeeperOptions = z.strictObject({
  /** Logs, settings and wrapper jar of this run; also the working folder of firebase-tools. */
  workFolder: z.string(),
  /** Read at the start if it holds an export, written at a clean end; absent: the run forgets everything. */
  dataFolder: z.string().optional(),
});
export type KeeperOptions = z.infer<typeof KeeperOptions>;

/** What the starting process asks. Losing it (a closed channel) means `stop` too. */
export const KeeperRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sweep') }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type KeeperRequest = z.infer<typeof KeeperRequest>;

/** What the keeper tells. `log` is the end of firebase-tools' output, for the person to read. */
export const KeeperReport = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('downloading') }),
  z.strictObject({ type: z.literal('ready'), functionsProblem: z.string().optional() }),
  /** The data folder holds the documents of this run. */
  z.strictObject({ type: z.literal('saved') }),
  z.strictObject({ type: z.literal('ended'), part: z.enum(['emulators', 'sweep']), code: z.number().nullable(), log: z.string() }),
]);
export type KeeperReport = z.infer<typeof KeeperReport>;

import { z } from 'zod';
import { KnownProblem } from '../problem/knownProblem';
import { WarRoomSettings } from '../room/room';
import { command, id } from './envelope';

const markdown = z.string().max(100_000);

/** What people know: runbooks, known problems, and where they meet. Runbooks are every responder's to write, and somebody else's to approve. */
export const RunbookCommand = z.discriminatedUnion('type', [
  /** The title, services and the rest are in the front matter. `basedOn`: the version that was edited; another one meanwhile refuses, and nothing is lost. */
  command('saveRunbook', { runbookId: id.nullable(), markdown, ownerId: id.nullable(), note: z.string().trim().max(200), basedOn: z.number().int().min(0).nullable() }),
  /** `version`: the one that the sender has read; another one meanwhile refuses. */
  command('reviewRunbook', { runbookId: id, version: z.number().int().min(1), state: z.enum(['draft', 'verified', 'approved']) }),
  /** Refused while a service or a rule names it. */
  command('removeRunbook', { runbookId: id }),
  /** A folder of Markdown files; `dryRun` says what would become of each. Answers `imported`. */
  command('importRunbooks', { files: z.array(z.strictObject({ path: z.string().min(1).max(400), markdown })).min(1, 'choose at least one file').max(100), dryRun: z.boolean() }),
  command('saveKnownProblem', { problemId: id.nullable(), ...KnownProblem.pick({ title: true, serviceId: true, match: true, cause: true, workaround: true, ownerId: true, link: true, open: true }).shape }),
  command('removeKnownProblem', { problemId: id }),
  command('saveWarRoom', WarRoomSettings.shape),
]);
export type RunbookCommand = z.infer<typeof RunbookCommand>;

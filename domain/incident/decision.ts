import type { RefusalCode } from '../command/answer';
import type { Turn } from './turn';

/** The person who commands. */
export type Who = { userId: string; name: string };

/** What was already true, so that nothing had to change. */
export type UnchangedCode =
  | 'already-yours' | 'already-acknowledged' | 'already-triggered' | 'already-monitoring' | 'already-resolved' | 'already-so';

/** What the domain answers to a command: a turn to commit, nothing to do, or a refusal. */
export type Decision =
  | { kind: 'done'; turn: Turn }
  | { kind: 'unchanged'; code: UnchangedCode }
  | { kind: 'refused'; code: RefusalCode };

import { CommandAnswer } from '#domain/command/answer';
import type { Command } from '#domain/command/command';
import { z } from 'zod';
import { idToken } from '../session/session';
import { refusalSentence, UNANSWERED_NOT_KEPT } from '../words/errors';

export type Issue = { path: string; message: string };

/**
 * What became of one attempt. `refused`: nothing changed, the sentence says why. `unanswered`: it may have arrived;
 * the same command may be sent again without harm.
 */
export type Outcome =
  | { state: 'answered'; answer: CommandAnswer }
  | { state: 'refused'; code: string; sentence: string; issues: Issue[] }
  | { state: 'unanswered'; sentence: string };

/** How long one attempt waits, in ms: past a cold start of the backend, well before a person gives up. */
const PATIENCE = 8_000;
/** The evidence for a rule reads up to 5,000 events: 12 s, measured on a busy machine. The screen shows that it works on it. */
const LONG_PATIENCE = 60_000;
/** A step's webhook has 20 s to answer (callAction.ts), and what it said is written down after that. */
const WEBHOOK_PATIENCE = 30_000;

const Answered = z.object({ result: CommandAnswer });
const Refused = z.object({
  error: z.object({
    status: z.string().optional(), message: z.string().optional(),
    details: z.object({ code: z.string().optional(), issues: z.array(z.unknown()).optional() }).optional(),
  }),
});
const IssueShape = z.object({ path: z.union([z.string(), z.array(z.union([z.string(), z.number()]))]), message: z.string() });
// Statuses of the callable protocol that say nothing about the command itself.
const passing = ['UNAVAILABLE', 'INTERNAL', 'UNKNOWN', 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED', 'ABORTED', 'CANCELLED'];

/** The slowest way up that is still waited for, in bytes per ms: a note with its pictures is two megabytes, and a phone at the edge of a cell sends 30 kB/s. */
const SLOWEST = 30;

/** How long one attempt waits for its answer, in ms. */
export function patienceOf(command: Pick<Command, 'type'>, bytes: number): number {
  return waitOf(command.type) + Math.round(bytes / SLOWEST);
}

function waitOf(type: Command['type']): number {
  if (type === 'dryRunRoutingRules' || type === 'checkCoverage') return LONG_PATIENCE;
  return type === 'runAction' ? WEBHOOK_PATIENCE : PATIENCE;
}

/** Sends a command once, over the callable protocol at the app's own origin. Never throws. */
export async function sendCommand(command: Command): Promise<Outcome> {
  const unanswered: Outcome = { state: 'unanswered', sentence: UNANSWERED_NOT_KEPT };
  try {
    const body = JSON.stringify({ data: command });
    // The token too: one that is renewed while the network stalls would hold up everything behind this command.
    const gone = AbortSignal.timeout(patienceOf(command, body.length));
    const token = command.type === 'acceptInvite' || command.type === 'redeemMoveIn' ? null : await Promise.race([idToken(), aborted(gone)]);
    const response = await fetch('/command', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body, signal: gone,
    });
    const said: unknown = await response.json();
    const answered = Answered.safeParse(said);
    if (response.ok && answered.success) return { state: 'answered', answer: answered.data.result };
    const refused = Refused.safeParse(said);
    if (!refused.success || passing.includes(refused.data.error.status ?? '') || response.status >= 500) return unanswered;
    const { message, status, details } = refused.data.error;
    const code = details?.code ?? (status === 'UNAUTHENTICATED' ? 'not-signed-in' : 'unknown');
    return { state: 'refused', code, sentence: refusalSentence(code, message), issues: issuesOf(details?.issues) };
  } catch {
    return unanswered;
  }
}

/** Rejects when the signal aborts. */
const aborted = (signal: AbortSignal): Promise<never> => new Promise((_resolve, reject) => { signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }); });

function issuesOf(stated: unknown[] | undefined): Issue[] {
  return (stated ?? []).flatMap((each) => {
    const issue = IssueShape.safeParse(each);
    if (!issue.success) return [];
    const { path, message } = issue.data;
    return [{ path: Array.isArray(path) ? path.join('.') : path, message }];
  });
}

import { setTimeout as after } from 'node:timers/promises';
import { addressOf } from './ports';

const within = (ms: number, stopped: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(ms), ...(stopped === undefined ? [] : [stopped])]);

const ask = async (path: string, init: RequestInit): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`http://${addressOf('hosting')}${path}`, init);
  return { status: answer.status, text: (await answer.text()).slice(0, 300) };
};

/**
 * Makes the functions emulator load the two functions that a person meets first, so that the first page is not late by
 * a cold start. Resolves with what went wrong, or undefined.
 *
 * Health may say 503 here: no sweep has passed yet. A command that nobody signed and that says nothing changes nothing.
 */
export const warmFunctions = async (stopped?: AbortSignal): Promise<string | undefined> => {
  const signal = within(60_000, stopped);
  const health = async (): Promise<string | undefined> => {
    const { status, text } = await ask('/v1/health', { signal });
    return status === 200 || status === 503 ? undefined : `GET /v1/health answered ${status}: ${text}`;
  };
  const command = async (): Promise<string | undefined> => {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await ask('/command', { method: 'POST', headers, body: '{"data":{}}', signal });
    return status < 500 && status !== 404 ? undefined : `POST /command answered ${status}: ${text}`;
  };
  try {
    const answers = await Promise.all([health(), health(), command()]);
    return answers.find((problem) => problem !== undefined);
  } catch (error) {
    return `The functions do not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** Asks for the health until it is good, which it is after the first sweep; resolves with the last answer if it stays bad for 20 s. */
export const waitHealthy = async (stopped: AbortSignal): Promise<string | undefined> => {
  const signal = within(20_000, stopped);
  let last = 'nothing';
  while (!signal.aborted) {
    try {
      const { status, text } = await ask('/v1/health', { signal });
      if (status === 200) return undefined;
      last = `${status}: ${text}`;
      await after(200, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) last = String(error);
    }
  }
  return `GET /v1/health still answers ${last}. The log of the sweep is .rouse/sweep.log.`;
};

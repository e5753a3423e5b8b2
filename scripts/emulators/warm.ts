import { addressOf } from './ports';

/**
 * Makes the functions emulator load the two functions that a person meets first, so that the first page is not late by
 * a cold start. Resolves with what went wrong, or undefined.
 *
 * Health may say 503 here: no sweep has passed yet. An unauthorised empty command changes nothing.
 */
export const warmFunctions = async (stopped?: AbortSignal): Promise<string | undefined> => {
  const base = `http://${addressOf('hosting')}`;
  const signal = AbortSignal.any([AbortSignal.timeout(60_000), ...(stopped === undefined ? [] : [stopped])]);
  const health = async (): Promise<string | undefined> => {
    const answer = await fetch(`${base}/v1/health`, { signal });
    const body = await answer.text();
    return answer.status === 200 || answer.status === 503 ? undefined : `GET /v1/health answered ${answer.status}: ${body.slice(0, 300)}`;
  };
  const command = async (): Promise<string | undefined> => {
    const answer = await fetch(`${base}/command`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"data":{}}', signal });
    const body = await answer.text();
    return answer.status < 500 && answer.status !== 404 ? undefined : `POST /command answered ${answer.status}: ${body.slice(0, 300)}`;
  };
  try {
    const answers = await Promise.all([health(), health(), command()]);
    return answers.find((problem) => problem !== undefined);
  } catch (error) {
    return `The functions do not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
};

import { z } from 'zod';
import type { Finding } from './finding';

const Health = z.object({ status: z.string(), sweepAgeSeconds: z.number().nullable() });
const Configuration = z.object({ vapidKey: z.string().nullable(), channels: z.object({ sms: z.boolean(), voice: z.boolean(), email: z.boolean() }).optional() });
const WebConfiguration = z.object({ projectId: z.string(), apiKey: z.string() });
const Accepted = z.object({ results: z.tuple([z.object({ action: z.string(), incidentId: z.string().nullable() })]) });

/**
 * What a deployment answers: its health, whether phones can subscribe, and, with an integration key, a round trip of a
 * test alert (severity info, so it rings at nobody) that is resolved at once. `origin` has no slash at its end.
 */
export const examineDeployment = async (origin: string, key: string | undefined): Promise<Finding[]> => [
  await health(origin),
  await hosting(origin),
  await push(origin),
  await otherWays(origin),
  ...(key === undefined ? [] : [await roundTrip(origin, key)]),
];

type Answer<T> = { state: 'read'; status: number; body: T } | { state: 'failed'; why: string };

/** Asks, and reads the answer as `shape`, whatever its status. */
const ask = async <T>(url: string, shape: z.ZodType<T>, init: RequestInit = {}): Promise<Answer<T>> => {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    const text = await answer.text();
    const parsed = shape.safeParse(json(text));
    return parsed.success
      ? { state: 'read', status: answer.status, body: parsed.data }
      : { state: 'failed', why: `${url} answered ${answer.status}: ${text.slice(0, 200)}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return { state: 'failed', why: `${url} does not answer (${error instanceof Error ? error.message : String(error)}${cause})` };
  }
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const redeploy = 'npx firebase deploy, and look at the functions’ log in the Firebase console';

const health = async (origin: string): Promise<Finding> => {
  const about = 'Health';
  const answer = await ask(`${origin}/v1/health`, Health);
  if (answer.state === 'failed') return { about, state: 'lacks', detail: answer.why, remedy: redeploy };
  const { sweepAgeSeconds: age } = answer.body;
  const last = age === null ? 'no sweep has passed yet' : `the last sweep was ${age} s ago`;
  if (answer.status === 200) return { about, state: 'good', detail: last };
  return { about, state: 'lacks', detail: last, remedy: 'The scheduled function sweep does not pass: see Cloud Scheduler and its log in the Google Cloud console.' };
};

const hosting = async (origin: string): Promise<Finding> => {
  const about = 'App';
  const answer = await ask(`${origin}/__/firebase/init.json`, WebConfiguration);
  if (answer.state === 'read') return { about, state: 'good', detail: `project ${answer.body.projectId}` };
  return { about, state: 'lacks', detail: answer.why, remedy: 'Add a web app to the Firebase project (Project settings, General, Your apps) and link it to Hosting.' };
};

const push = async (origin: string): Promise<Finding> => {
  const about = 'Web push';
  const answer = await ask(`${origin}/v1/config`, Configuration);
  if (answer.state === 'failed') return { about, state: 'lacks', detail: answer.why, remedy: redeploy };
  if (answer.body.vapidKey !== null && answer.body.vapidKey !== '') return { about, state: 'good', detail: 'a key is configured' };
  return {
    about,
    state: 'lacks',
    detail: 'no key, so no phone can subscribe',
    remedy: 'Make a key pair (Project settings, Cloud Messaging, Web Push certificates), hand it to npm run setup -- --vapid-key, and deploy.',
  };
};

const otherWays = async (origin: string): Promise<Finding> => {
  const about = 'SMS, calls and mail';
  const answer = await ask(`${origin}/v1/config`, Configuration);
  if (answer.state === 'failed') return { about, state: 'lacks', detail: answer.why, remedy: redeploy };
  const { sms = false, voice = false, email = false } = answer.body.channels ?? {};
  const ways = [...(sms ? ['SMS'] : []), ...(voice ? ['calls'] : []), ...(email ? ['mail'] : [])];
  if (ways.length > 0) return { about, state: 'good', detail: `set up: ${ways.join(', ')}` };
  return { about, state: 'without', detail: 'not set up, so a phone that is off or silent is reached by nothing', remedy: 'Set up Twilio or a mail server: README, “Deploy it to your own Firebase project”, step 6.' };
};

const roundTrip = async (origin: string, key: string): Promise<Finding> => {
  const about = 'Test alert';
  const url = `${origin}/v1/hooks/generic/${encodeURIComponent(key)}`;
  const alert = { title: 'Test alert of npm run doctor', severity: 'info', dedupKey: `rouse-doctor-${Date.now()}` };
  const post = (status: string): Promise<Answer<z.infer<typeof Accepted>>> =>
    ask(url, Accepted, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...alert, status }) });
  const remedy = 'Check the key (Settings, Integrations) and the function api’s log.';

  const fired = await post('firing');
  if (fired.state === 'failed') return { about, state: 'lacks', detail: fired.why, remedy };
  const [{ action, incidentId }] = fired.body.results;
  const resolved = await post('resolved');
  if (resolved.state === 'failed') return { about, state: 'lacks', detail: `opened ${incidentId ?? action}, but: ${resolved.why}`, remedy };
  if (fired.status !== 202 || incidentId === null) {
    return { about, state: 'lacks', detail: `answered ${fired.status} with action ${action} and no incident`, remedy: 'The decision took over 2 s, or a maintenance window suppressed it; try again.' };
  }
  return { about, state: 'good', detail: `${action} ${incidentId}, then ${resolved.body.results[0].action}` };
};

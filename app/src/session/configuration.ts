import { z } from 'zod';
import { Role } from '#domain/people/person';

const FirebaseOptions = z.object({
  apiKey: z.string(), projectId: z.string(), appId: z.string().optional(), authDomain: z.string().optional(),
  messagingSenderId: z.string().optional(), storageBucket: z.string().optional(),
});

const Demo = z.object({
  people: z.array(z.object({ email: z.string(), name: z.string(), role: Role })),
  password: z.string(), integrationKey: z.string(), serviceId: z.string(),
});

/** What this Rouse can send by beside push; an older backend that does not say so can send by none of it. */
const Channels = z.object({ sms: z.boolean(), voice: z.boolean(), email: z.boolean() });

/** What `GET /v1/config` answers: which project this is, what it can send by, and on a laptop the demo's people. */
const Deployment = z.object({
  project: z.string(), local: z.boolean(), vapidKey: z.string().nullable(), demo: Demo.nullable(),
  channels: Channels.default({ sms: false, voice: false, email: false }),
  /** Whether the numbers that page can be had as a contact, at `/v1/contact.vcf`. */
  hasVcard: z.boolean().default(false),
});
export type Deployment = z.infer<typeof Deployment>;

const Configuration = z.object({ firebase: FirebaseOptions, deployment: Deployment });
export type Configuration = z.infer<typeof Configuration>;

const KEPT = 'rouse.configuration';
let asked: Promise<Configuration> | undefined;

/**
 * The deployment this build runs against. What was answered at an earlier launch is used at once, so that the app starts
 * without network, and asked again behind it for the next launch. Rejects only at a first launch without network.
 */
export function configuration(): Promise<Configuration> {
  asked ??= begin();
  asked.catch(() => { asked = undefined; });
  return asked;
}

/** The deployment as it is now, for what an admin may have set up since the last launch; as it was known where there is no answer. */
export async function deploymentNow(): Promise<Deployment> {
  return (await ask().catch(() => configuration())).deployment;
}

function begin(): Promise<Configuration> {
  const known = kept();
  const fresh = ask();
  if (!known) return fresh;
  fresh.catch(() => undefined);
  return Promise.resolve(known);
}

async function ask(): Promise<Configuration> {
  const [firebase, deployment] = await Promise.all([answerOf('/__/firebase/init.json'), answerOf('/v1/config')]);
  const parsed = Configuration.parse({ firebase, deployment });
  localStorage.setItem(KEPT, JSON.stringify(parsed));
  return parsed;
}

async function answerOf(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

function kept(): Configuration | null {
  try {
    return Configuration.parse(JSON.parse(localStorage.getItem(KEPT) ?? 'null'));
  } catch {
    // None yet, or written by another version of the app: both mean asking.
    return null;
  }
}

import { Agent } from 'node:https';
import { connect } from 'node:net';
import type { AppOptions } from 'firebase-admin/app';

/**
 * Where FCM is reached. firebase-admin hard-codes FCM's host; tests name a stand-in by ROUSE_FAKE_FCM (`host:port`), and this agent connects there
 * instead, in the clear, with a credential that the stand-in knows. Only over the legacy transport: HTTP/2 takes no agent.
 */
export function fakeFcmOptions(): AppOptions | undefined {
  const address = fakeFcmAddress();
  if (address === undefined) return undefined;
  const [host, port] = address.split(':');
  const agent = new Agent({ keepAlive: false });
  agent.createConnection = () => connect({ host: host ?? '127.0.0.1', port: Number(port) });
  return {
    projectId: process.env.GCLOUD_PROJECT ?? 'demo-rouse',
    httpAgent: agent,
    credential: { getAccessToken: () => Promise.resolve({ access_token: 'stand-in', expires_in: 3600 }) },
  };
}

/** Address of the stand-in for FCM; undefined in production and in plain local mode. */
export function fakeFcmAddress(): string | undefined {
  const address = process.env.ROUSE_FAKE_FCM;
  return address === undefined || address === '' ? undefined : address;
}

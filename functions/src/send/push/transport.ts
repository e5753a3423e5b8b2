import { Agent } from 'node:https';
import { connect } from 'node:net';
import { type App, getApps, initializeApp } from 'firebase-admin/app';
import { getMessaging, type Messaging } from 'firebase-admin/messaging';
import { app } from '../../firebase';

/** Address (`host:port`) of a stand-in for FCM, in tests; undefined in production and in plain local mode. */
export function fakeFcmAddress(): string | undefined {
  const address = process.env.ROUSE_FAKE_FCM;
  return address === undefined || address === '' ? undefined : address;
}

let fakeMessaging: Messaging | undefined;

/** FCM, or its stand-in in tests. */
export function messaging(): Messaging {
  const address = fakeFcmAddress();
  if (address === undefined) return getMessaging(app());
  if (fakeMessaging === undefined) {
    fakeMessaging = getMessaging(fakeApp(address));
    // The agent below is used by the HTTP/1.1 transport alone.
    fakeMessaging.enableLegacyHttpTransport();
  }
  return fakeMessaging;
}

/**
 * firebase-admin hard-codes FCM's host, so this app's agent connects to the stand-in instead, in the clear, with a credential that it knows. An app
 * of its own: Firestore's client takes no such credential.
 */
function fakeApp(address: string): App {
  const [host = '127.0.0.1', port] = address.split(':');
  const agent = new Agent({ keepAlive: false });
  agent.createConnection = () => connect({ host, port: Number(port) });
  return getApps().find(({ name }) => name === 'push') ?? initializeApp({
    projectId: process.env.GCLOUD_PROJECT ?? 'demo-rouse',
    httpAgent: agent,
    credential: { getAccessToken: () => Promise.resolve({ access_token: 'stand-in', expires_in: 3600 }) },
  }, 'push');
}

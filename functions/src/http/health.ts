import { Timestamp } from 'firebase-admin/firestore';
import { isLocal } from '../firebase';
import { senderNumbers } from '../calendar/contactCard';
import { channelsSetUp } from '../send/channels';
import { at } from '../store/documents';
import type { Reply } from './reply';

/** A sweep older than this (ms) means that nothing drives what wake-ups have lost. */
const oldestSweep = 90_000;

/** `GET /v1/health`: 200 while the last sweep is fresh, else 503: point an external monitor here. */
export async function health(): Promise<Reply> {
  const swept: unknown = (await at.sweepHealth().get()).get('lastSweepAt');
  const ageMilliseconds = swept instanceof Timestamp ? Math.max(0, Date.now() - swept.toMillis()) : null;
  const healthy = ageMilliseconds !== null && ageMilliseconds <= oldestSweep;
  return { status: healthy ? 200 : 503, json: { status: healthy ? 'ok' : 'failing', sweepAgeSeconds: ageMilliseconds === null ? null : Math.round(ageMilliseconds / 1000) } };
}

/** What the local app needs to know before anybody signs in; `demo` only in local mode, where the seeded sign-ins are public knowledge. */
export function appConfiguration(): Reply {
  return {
    status: 200,
    json: {
      project: process.env.GCLOUD_PROJECT ?? null, local: isLocal, vapidKey: process.env.ROUSE_VAPID_KEY ?? null,
      channels: channelsSetUp(), hasVcard: senderNumbers().length > 0,
      demo: isLocal ? demo : null,
    },
  };
}

const demo = {
  people: [
    { email: 'admin@rouse.test', name: 'Ada Okafor', role: 'admin' }, { email: 'primary@rouse.test', name: 'Priya Nair', role: 'responder' },
    { email: 'secondary@rouse.test', name: 'Sam Weber', role: 'responder' }, { email: 'stakeholder@rouse.test', name: 'Stella Lindqvist', role: 'stakeholder' },
  ],
  password: 'rouse-demo', integrationKey: 'demo-key-checkout', serviceId: 'checkout',
};

import { type App, getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

/** True in the emulator, where FCM is out of reach: a push is carried by the open app's listener. */
export const isLocal = process.env.FUNCTIONS_EMULATOR === 'true' || process.env.ROUSE_LOCAL === 'true';
export const region = 'us-central1';

/**
 * Secrets from Secret Manager: what integrations' secrets are encrypted with (locally one stands in the code, store/secrets.ts), and what signs in at Twilio
 * and at the mail server. A deployment needs each of them to exist: one that is not used says `none`.
 */
export const boundSecrets = isLocal ? [] : ['ROUSE_SECRETS_KEY', 'ROUSE_TWILIO_AUTH_TOKEN', 'ROUSE_SMTP_URL'];

let firestore: Firestore | undefined;

/** The one admin app of this process. */
export function app(): App {
  return getApps().find(({ name }) => name === '[DEFAULT]') ?? initializeApp();
}

/** The one Firestore client of this process. */
export function db(): Firestore {
  if (firestore === undefined) {
    firestore = getFirestore(app());
    firestore.settings({ ignoreUndefinedProperties: true });
  }
  return firestore;
}

import { type App, getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

/** True in the emulator, where FCM is out of reach: a push is carried by the open app's listener. */
export const isLocal = process.env.FUNCTIONS_EMULATOR === 'true' || process.env.ROUSE_LOCAL === 'true';
export const region = 'us-central1';

/** The secret with which integrations' secrets are encrypted, from Secret Manager; locally one stands in the code (store/secrets.ts). */
export const boundSecrets = isLocal ? [] : ['ROUSE_SECRETS_KEY'];

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

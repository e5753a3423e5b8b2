import type { Firestore } from 'firebase-admin/firestore';

/** A store and a prefix of collection names that nobody else uses. */
export type Given = { db: Firestore; prefix: string };

/** The gRPC code with which this fails. */
export const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => 'nothing was thrown', (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));

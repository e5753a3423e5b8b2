/** gRPC's status codes, as Firestore's client puts them on its errors (github.com/grpc/grpc/blob/master/doc/statuscodes.md). */
export const codes = { invalidArgument: 3, notFound: 5, alreadyExists: 6, failedPrecondition: 9, aborted: 10, unavailable: 14 } as const;

/** What the store answers instead of a result: `code` is a gRPC status, which is what callers tell by. */
export class StoreError extends Error {
  constructor(readonly code: number, message: string) {
    super(`${code} ${message}`);
  }
}

/** Throws: the store does not know this part of Firestore, and a test must not pass because it was ignored. */
export function unknown(what: string): never {
  throw new Error(`The store in memory does not know ${what}. Teach it, with a case in contract.ts, or do without.`);
}

/** One request of a client to the store, for whoever decides how long it takes and whether it comes through. */
export type Call = { kind: 'get' | 'query' | 'commit'; paths: readonly string[] };

/** The way between a client and the store. */
export type Line = {
  /** Calls `perform`, which does it at once, and answers what it answered; or fails before or after it, or never ends, as a process that died. */
  carry: <T>(call: Call, perform: () => T) => Promise<T>;
  /** Before a transaction is tried again; `attempt` from 1. */
  pause: (attempt: number) => Promise<void>;
};

/** A line without a length: each request goes through, in the order in which they are made. */
export const directLine: Line = {
  carry: async (_call, perform) => perform(),
  pause: async () => undefined,
};

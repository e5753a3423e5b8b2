import { Firestore } from 'firebase-admin/firestore';

/** Documents by kind (`incidents/alerts`), counted. */
export type Counts = Record<string, number>;
/** `commits`: of each commit, its documents by kind, in order. */
export type Touched = { reads: Counts; writes: Counts; commits: Counts[] };

/** `incidents/{id}/alerts/{id}` → `incidents/alerts`. */
const kindOf = (name: string): string => {
  const parts = (name.split('/documents/')[1] ?? name).split('/');
  return parts.filter((_, index) => index % 2 === 0).join('/');
};

const add = (counts: Counts, kind: string) => { counts[kind] = (counts[kind] ?? 0) + 1; };
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A commit that failed wrote nothing: a lease that somebody else has is no document written. */
function countCommit(body: unknown, touched: Touched): void {
  if (!isRecord(body) || !Array.isArray(body.writes)) return;
  const commit: Counts = {};
  for (const write of body.writes as unknown[]) {
    if (!isRecord(write)) continue;
    const name = isRecord(write.update) ? write.update.name : write.delete;
    if (typeof name !== 'string') continue;
    add(commit, kindOf(name));
    add(touched.writes, kindOf(name));
  }
  touched.commits.push(commit);
}

function countRead(response: unknown, reads: Counts): void {
  if (!isRecord(response)) return;
  const document = response.found ?? response.document;
  const name = isRecord(document) ? document.name : response.missing;
  if (typeof name === 'string') add(reads, kindOf(name));
}

/**
 * Counts the documents that this process reads and writes from now on, by kind. It listens where every commit, look-up and query of the SDK goes through
 * (`Firestore.request` and `requestStream`), so the reads of transactions that had to be tried again count each time, as they are billed.
 */
export function countDocuments(): { touched: Touched; reset: () => void } {
  const touched: Touched = { reads: {}, writes: {}, commits: [] };
  // Both are internal to the SDK and have no types; the shapes are those of Firestore's RPCs.
  const prototype = Firestore.prototype as unknown as Record<'request' | 'requestStream', (method: string, ...rest: unknown[]) => Promise<unknown>>;
  const { request, requestStream } = prototype;
  prototype.request = async function counted(this: unknown, method, ...rest) {
    const answer = await request.call(this, method, ...rest);
    if (method === 'commit' || method === 'batchWrite') countCommit(rest[0], touched);
    return answer;
  };
  prototype.requestStream = async function counted(this: unknown, method, ...rest) {
    const stream = await requestStream.call(this, method, ...rest);
    if ((method === 'batchGetDocuments' || method === 'runQuery') && isRecord(stream) && typeof stream.on === 'function') {
      const emitter = stream as unknown as NodeJS.EventEmitter;
      const emit = emitter.emit.bind(emitter);
      emitter.emit = (event: string | symbol, ...values: unknown[]) => {
        if (event === 'data') countRead(values[0], touched.reads);
        return emit(event, ...values);
      };
    }
    return stream;
  };
  return { touched, reset: () => Object.assign(touched, { reads: {}, writes: {}, commits: [] }) };
}

/** All counts together, without these kinds. */
export const sum = (counts: Counts, except: readonly string[] = []): number =>
  Object.entries(counts).reduce((total, [kind, count]) => (except.includes(kind) ? total : total + count), 0);

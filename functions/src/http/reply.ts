import type { Issue } from '#domain/ingest/parsed';

/** What a route answers; every one goes out `no-store`, errors too (Hosting caches a 404), unless its own headers say otherwise. */
export type Reply =
  | { status: number; json: unknown; headers?: Record<string, string> }
  | { status: number; html: string; headers?: Record<string, string> }
  | { status: number; xml: string; headers?: Record<string, string> }
  | { status: number; text: string; contentType: string; headers?: Record<string, string> };

/** An error in the contract's form: a code to compare, a sentence to read, and the fields that are wrong. */
export function refuse(status: number, code: string, message: string, issues: readonly Issue[] = [], headers?: Record<string, string>): Reply {
  return { status, json: { error: { code, message, issues } }, ...(headers === undefined ? {} : { headers }) };
}

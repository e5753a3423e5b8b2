import type { z } from 'zod';
import { onSignOut } from '../session/session';

const PREFIX = 'rouse-draft:';
const keyOf = (userId: string, name: string) => `${PREFIX}${userId}:${name}`;

/** Storage that cannot be read or written (a private window, a full disk) reads as empty: the draft then lives as long as its screen. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** What this person left half-typed under this name; null: nothing, or something that an older app wrote in another shape. */
export function readDraft<T>(userId: string, name: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(storage()?.getItem(keyOf(userId, name)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps what is half-typed on this device; null forgets it. */
export function keepDraft(userId: string, name: string, draft: unknown): void {
  forgetOthers(userId);
  try {
    if (draft === null) storage()?.removeItem(keyOf(userId, name));
    else storage()?.setItem(keyOf(userId, name), JSON.stringify(draft));
  } catch {
    // Over the quota: it stays on the screen.
  }
}

/** The names of everything that this person left half-typed. */
export function draftNames(userId: string): string[] {
  return keys().filter((key) => key.startsWith(keyOf(userId, ''))).map((key) => key.slice(keyOf(userId, '').length));
}

const keys = () => Object.keys(storage() ?? {}).filter((key) => key.startsWith(PREFIX));

/** The sign-out may have happened while this part of the app was not loaded: the next person's first draft clears up. */
function forgetOthers(userId: string): void {
  for (const key of keys()) if (!key.startsWith(keyOf(userId, ''))) storage()?.removeItem(key);
}

onSignOut(() => { for (const key of keys()) storage()?.removeItem(key); });

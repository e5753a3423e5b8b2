import type { z } from 'zod';
import { Link } from '../incident/incident';
import type { Issue } from './parsed';

/**
 * Text of a stranger, cut to `max` characters with an ellipsis; control characters (except newlines and tabs) are gone, and so is half an
 * emoji, which UTF-8 cannot say: the store would refuse the whole commit.
 */
export function clipped(text: string, max: number): string {
  const clean = text.replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '').trim();
  return clean.length <= max ? clean : `${clean.slice(0, max - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** A stranger's key, at most `max` characters: what a cut would leave out still tells two keys apart. */
export function keyOf(text: string, max: number): string {
  const key = wellFormed(text);
  return key.length <= max ? key : `${key.slice(0, max - 17).replace(/\p{Cs}$/u, '')}#${checksum(key)}`;
}

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

/** 64 bits in hexadecimal: two 32-bit hashes of different seeds (cyrb53). Tells texts apart; proves nothing against somebody who tries. */
function checksum(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  return [a ^ (b >>> 13), b ^ (a >>> 13)].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The links among these that are http or https and well-formed; others are left out, for they could not be opened safely. */
export function safeLinks(candidates: readonly { href: string | undefined; text: string }[]): Link[] {
  const links = candidates.flatMap(({ href = '', text }) => {
    const link = Link.safeParse({ href: wellFormed(href), text: clipped(text, 200) || clipped(href, 200) });
    return link.success ? [link.data] : [];
  });
  return links.filter(({ href }, index) => links.findIndex((other) => other.href === href) === index).slice(0, 20);
}

/**
 * Labels of a stranger: the first 64, keys and values cut. Firestore takes neither an empty field name nor one like `__name__`
 * (firebase.google.com/docs/firestore/quotas: "Cannot match the regular expression `__.*__`"), so such names lose their underscores.
 */
export function safeLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(labels).slice(0, 64).map(([key, value]) => [clipped(key, 128).replace(/^_{2,}(.*?)_{2,}$/, '$1') || 'unnamed', clipped(value, 512)] as const);
  return Object.fromEntries(named);
}

/** What zod found wrong, as paths and sentences. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.') || '(body)', message }));
}

/** The end of year 9999, in ms since epoch: a Timestamp of Firestore reaches no further, so a later moment could not be stored. */
export const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * ms since epoch of an RFC 3339 date; null for none, for nonsense, and for any before 1970: year 1 means "not ended" (Go's zero time,
 * sent by Alertmanager and Grafana). A date without a zone is read as UTC, whatever the machine's zone.
 */
export function instantOf(text: string | undefined | null): number | null {
  if (text === undefined || text === null) return null;
  const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? text : `${text.trim().replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return at >= 0 && at <= lastInstant ? at : null;
}

import type { z } from 'zod';
import { Link } from '../incident/incident';
import type { Issue } from './parsed';

/** Text of a stranger, cut to `max` characters with an ellipsis, control characters (except newlines) gone. */
export function clipped(text: string, max: number): string {
  const clean = [...text].filter((character) => character === '\n' || character === '\t' || character >= ' ').join('').trim();
  return clean.length <= max ? clean : `${clean.slice(0, max - 1)}…`;
}

/** The links among these that are http or https and well-formed; others are left out, for they could not be opened safely. */
export function safeLinks(candidates: readonly { href: string | undefined; text: string }[]): Link[] {
  const links = candidates.flatMap(({ href, text }) => {
    const link = Link.safeParse({ href, text: clipped(text, 200) });
    return link.success ? [link.data] : [];
  });
  return links.filter(({ href }, index) => links.findIndex((other) => other.href === href) === index).slice(0, 20);
}

/** Labels of a stranger: the first 64, keys and values cut. */
export function safeLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).slice(0, 64).map(([key, value]) => [clipped(key, 128), clipped(value, 512)]));
}

/** What zod found wrong, as paths and sentences. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.') || '(body)', message }));
}

/**
 * ms since epoch of an RFC 3339 date; null for none, for nonsense, and for year 1, which means "not ended" (Go's zero time, sent by
 * Alertmanager and Grafana). A date without a zone is read as UTC, whatever the machine's zone.
 */
export function instantOf(text: string | undefined | null): number | null {
  if (text === undefined || text === null || text.startsWith('0001-')) return null;
  const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? text : `${text.trim().replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return Number.isFinite(at) ? at : null;
}

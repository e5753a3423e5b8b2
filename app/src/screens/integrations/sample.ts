import type { Mapping } from '#domain/ingest/generic/mapping';
import type { Parsed } from '#domain/ingest/parsed';
import { sourceOf } from '#domain/ingest/sources';

/** A sample of what a tool sends, as far as it can be read. */
export type Sample = { state: 'empty' } | { state: 'notJson' } | { state: 'read'; body: unknown };

/** The JSON in a text that somebody pasted, or that arrived. */
export function sampleOf(text: string): Sample {
  if (text.trim() === '') return { state: 'empty' };
  try {
    return { state: 'read', body: JSON.parse(text) as unknown };
  } catch {
    return { state: 'notJson' };
  }
}

/** The sample laid out for reading; what is no JSON stays as it is. */
export function laidOut(text: string): string {
  const sample = sampleOf(text);
  return sample.state === 'read' ? JSON.stringify(sample.body, null, 2) : text;
}

/** What the source would make of a body under a mapping (null: the usual fields), by the function that reads what arrives. */
export function readBy(source: string, body: unknown, mapping: Mapping | null): Parsed | null {
  return sourceOf(source)?.parse(body, { assignedKey: 'assigned', mapping }) ?? null;
}

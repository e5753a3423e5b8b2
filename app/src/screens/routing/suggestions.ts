import { Severity } from '#domain/incident/severity';
import type { TestedAlert } from '#domain/routing/evidence';

/** By field, the values that the newest alerts have, the most frequent first. */
export type Suggestions = ReadonlyMap<string, readonly string[]>;

/** What to suggest in a rule: the labels and values of real alerts. */
export function suggestionsOf(tested: readonly TestedAlert[]): Suggestions {
  const counts = new Map<string, Map<string, number>>();
  const count = (field: string, value: string) => {
    if (value.trim() === '' || value.length > 300) return;
    const values = counts.get(field) ?? new Map<string, number>();
    counts.set(field, values.set(value, (values.get(value) ?? 0) + 1));
  };
  for (const { title, source, labels } of tested) {
    count('title', title);
    count('source', source);
    for (const [name, value] of Object.entries(labels)) count(`label.${name}`, value);
  }
  const sorted = [...counts].map(([field, values]) => [field, [...values].sort((a, b) => b[1] - a[1]).map(([value]) => value)] as const);
  return new Map([...sorted, ['severity', Severity.options]]);
}

/** The labels among the suggestions, as fields, by name. */
export function labelFields(suggestions: Suggestions): string[] {
  return [...suggestions.keys()].filter((field) => field.startsWith('label.')).sort((a, b) => a.localeCompare(b));
}

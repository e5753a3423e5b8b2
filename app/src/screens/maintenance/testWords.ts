import type { FieldTest } from '#domain/routing/rule';

/** What the operators of a test are called where people choose and read them. */
export const operators: readonly { key: FieldTest['operator']; words: string }[] = [
  { key: 'is', words: 'is' }, { key: 'isNot', words: 'is not' }, { key: 'oneOf', words: 'is one of' }, { key: 'contains', words: 'contains' },
  { key: 'notContains', words: 'does not contain' }, { key: 'startsWith', words: 'starts with' }, { key: 'endsWith', words: 'ends with' },
  { key: 'like', words: 'is like (* for anything)' }, { key: 'present', words: 'is present' }, { key: 'absent', words: 'is absent' },
];

/** A test as a person reads it: `label.env is one of staging, test`. */
export function testWords({ field, operator, values }: FieldTest): string {
  const said = operator === 'like' ? 'is like' : (operators.find(({ key }) => key === operator)?.words ?? operator);
  return [field, said, values.join(', ')].filter(Boolean).join(' ');
}

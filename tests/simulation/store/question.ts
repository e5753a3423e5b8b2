import { unknown } from './errors';
import { compare, isSameType, valueAt } from './values';
import type { Stored } from './writes';

const operators = ['==', '<', '<=', '>', '>=', 'in'] as const;
export type Operator = (typeof operators)[number];
export const operatorOf = (operator: unknown): Operator => operators.find((known) => known === operator) ?? unknown(`the operator ${String(operator)}`);

/** What a query asks. */
export type Question = {
  scope: { kind: 'collection'; path: string } | { kind: 'group'; id: string };
  where: readonly { field: string; operator: Operator; value: unknown }[];
  orderBy: readonly { field: string; descending: boolean }[];
  limit: number | undefined;
  /** Where it goes on: after these values of the ordered fields, and this path. */
  after: { values: readonly unknown[]; path: string } | undefined;
  /** Where it ends: with the last that has this value of the first ordered field. */
  endAt: { value: unknown } | undefined;
  /** Whether the answers come with their fields. */
  withFields: boolean;
};

/** The fields by which the answers are ordered: an inequality without an order orders by its field. */
export function orderOf({ orderBy, where }: Question): Question['orderBy'] {
  if (orderBy.length > 0) return orderBy;
  return where.filter(({ operator }) => operator !== '==' && operator !== 'in').slice(0, 1).map(({ field }) => ({ field, descending: false }));
}

/** The documents that answer the question, in its order; ties by their path, in the direction of the last ordered field. */
export function matching(question: Question, documents: Iterable<Stored>): Stored[] {
  const order = orderOf(question);
  const descendingPath = order.at(-1)?.descending ?? false;
  const { after, endAt, limit } = question;
  const [firstOrder] = order;
  const found: Stored[] = [];
  for (const document of documents) {
    const isIn = question.where.every((condition) => holds(condition, document)) && order.every(({ field }) => valueAt(document.fields, field) !== undefined);
    if (isIn && (endAt === undefined || firstOrder === undefined || (firstOrder.descending ? -1 : 1) * compare(valueAt(document.fields, firstOrder.field), endAt.value) <= 0)) found.push(document);
  }
  // Within one collection the paths differ in the id alone.
  const comparePaths = question.scope.kind === 'collection' ? compare : compareNames;
  const byPath = (a: string, b: string) => (descendingPath ? -1 : 1) * comparePaths(a, b);
  found.sort((a, b) => {
    for (const { field, descending } of order) {
      const difference = compare(valueAt(a.fields, field), valueAt(b.fields, field));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return byPath(a.path, b.path);
  });
  const rest = after === undefined ? found : found.filter(({ fields, path }) => {
    for (const [index, { field, descending }] of order.entries()) {
      const difference = compare(valueAt(fields, field), after.values[index]);
      if (difference !== 0) return (descending ? -difference : difference) > 0;
    }
    return byPath(path, after.path) > 0;
  });
  return limit === undefined ? rest : rest.slice(0, limit);
}

function holds({ field, operator, value }: Question['where'][number], { fields }: Stored): boolean {
  const own = valueAt(fields, field);
  if (own === undefined) return false;
  // Most conditions are of this kind.
  if (operator === '==' && typeof value === 'string') return own === value;
  switch (operator) {
    case '==': return isSameType(own, value) && compare(own, value) === 0;
    case 'in': return Array.isArray(value) && value.some((one) => isSameType(own, one) && compare(own, one) === 0);
    // An inequality holds among values of one type only.
    case '<': return isSameType(own, value) && compare(own, value) < 0;
    case '<=': return isSameType(own, value) && compare(own, value) <= 0;
    case '>': return isSameType(own, value) && compare(own, value) > 0;
    case '>=': return isSameType(own, value) && compare(own, value) >= 0;
    default: return operator satisfies never;
  }
}

/** Paths are compared name by name. */
function compareNames(a: string, b: string): number {
  return compare(a.split('/'), b.split('/'));
}

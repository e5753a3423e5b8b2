import { isObject } from '../said';
import type { JsonPath } from './mapping';

/** Text longer than this is not looked into as JSON. */
const longestJson = 512 * 1024;

/**
 * What a path leads to in a body (`alert.labels.0.value`, `$` the whole of it); undefined for nothing. It goes into JSON that is kept in a
 * text, and knows only the body's own fields. A name that has dots in it is tried before its parts.
 */
export function valueAt(body: unknown, path: JsonPath): unknown {
  return path === '$' ? body : stepsInto(body, path.replace(/^\$\./, '').split('.'));
}

function stepsInto(from: unknown, names: readonly string[]): unknown {
  let value = from;
  for (const [index, name] of names.entries()) {
    value = opened(value);
    if (typeof value !== 'object' || value === null) return undefined;
    const rest = names.slice(index).join('.');
    if (names.length > index + 1 && isObject(value) && Object.hasOwn(value, rest)) return value[rest];
    if (!Object.hasOwn(value, name)) return undefined;
    // Its own field: arrays have theirs under their indexes.
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The JSON in a text that holds an object or a list; anything else as it is. */
export function opened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > longestJson || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

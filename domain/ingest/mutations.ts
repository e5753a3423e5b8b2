import type { SeededRandom } from '../samples';

type Json = unknown;

/**
 * One body that is nearly `seed` (which stays as it is): one to four things in it are wrong in a way that a broken tool, a careless template or
 * somebody with bad intent would make them. The same random numbers make the same body. It can be sent as JSON.
 */
export function mutationsOf(seed: unknown, random: SeededRandom): unknown {
  if (random.chance(0.02)) return strangeValue(random);
  let body: Json = seed;
  for (let left = 1 + random.below(4); left > 0; left -= 1) body = mutatedSomewhere(body, random, 0);
  return body;
}

const isFields = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Goes down to some place, and does something to what is there. */
function mutatedSomewhere(value: Json, random: SeededRandom, depth: number): Json {
  const goesOn = depth < 12 && random.chance(depth === 0 ? 0.95 : 0.75);
  if (goesOn && Array.isArray(value) && value.length > 0) {
    const at = random.below(value.length);
    return value.map((entry: Json, index) => (index === at ? mutatedSomewhere(entry, random, depth + 1) : entry));
  }
  if (goesOn && isFields(value) && Object.keys(value).length > 0) {
    const name = random.pick(Object.keys(value));
    return fieldsOf(Object.entries(value).map(([key, held]) => [key, key === name ? mutatedSomewhere(held, random, depth + 1) : held]));
  }
  if (Array.isArray(value)) return mutatedList(value, random);
  return isFields(value) ? mutatedFields(value, random) : mutatedScalar(value, random);
}

/** As an object has fields that came as JSON: `__proto__` is one like any other. */
const fieldsOf = (entries: readonly (readonly [string, Json])[]): Record<string, Json> => Object.fromEntries(entries);

function mutatedFields(fields: Readonly<Record<string, Json>>, random: SeededRandom): Json {
  const entries = Object.entries(fields);
  const name = entries.length === 0 ? 'x' : random.pick(entries)[0];
  switch (random.pick(['drop', 'drop', 'drop', 'add', 'rename', 'shuffle', 'list', 'text', 'replace'])) {
    case 'drop': return fieldsOf(entries.filter(([key]) => key !== name));
    case 'add': return fieldsOf([...entries, [random.pick(hostileNames), random.chance(0.5) ? strangeValue(random) : { polluted: true, toString: 1 }]]);
    case 'rename': return fieldsOf(entries.map(([key, held]) => [key === name ? random.pick([key.toUpperCase(), key.toLowerCase(), `${key} `, `_${key}`, '']) : key, held]));
    case 'shuffle': return fieldsOf([...entries].reverse());
    case 'list': return [fields];
    case 'text': return JSON.stringify(fields);
    case 'replace': return strangeValue(random);
  }
}

function mutatedList(list: readonly Json[], random: SeededRandom): Json {
  switch (random.pick(['repeat', 'repeat', 'empty', 'add', 'drop', 'object', 'replace'])) {
    case 'repeat': return Array.from({ length: 2 + random.below(20) }).flatMap(() => list);
    case 'empty': return [];
    case 'add': return [...list, strangeValue(random)];
    case 'drop': return list.slice(1);
    case 'object': return fieldsOf(list.map((entry, index) => [String(index), entry]));
    case 'replace': return strangeValue(random);
  }
}

function mutatedScalar(value: Json, random: SeededRandom): Json {
  switch (random.pick(['replace', 'replace', 'text', 'wrap', 'twisted', 'twisted', 'date', 'huge'])) {
    case 'replace': return strangeValue(random);
    case 'text': return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : String(value);
    case 'wrap': return random.chance(0.5) ? [value] : { value };
    case 'twisted': return twisted(String(value), random);
    case 'date': return random.pick(strangeDates);
    case 'huge': return random.pick(['x', ' ', '{', '/', '-', '0', '\n', 'ü', '😀', 'a=b,', '[a] ']).repeat(1 + random.below(20_000));
  }
}

/** Characters where no tool would put them. */
function twisted(text: string, random: SeededRandom): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(strangeCharacters) + text.slice(at);
}

const hostileNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__name__', '', '$', '.', 'a.b', 'length', '\u0000', '\ud800', 'x'.repeat(2_000)];
const strangeCharacters = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u202e', '\ufeff', '\ud800', '\udc00', '😀', '👩‍👩‍👧‍👦', 'e\u0301', '\r\n', '\t', '"', '\\', '<script>', '{{x}}', '$X', '%00', '\'; --'];
const strangeDates = [
  '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '2026-02-30T25:61:61Z', '2026-11-21 02:18:15', '2026.11.21 02:18:15',
  'July 30, 2026 10:36 AM BST', 0, -1, 1e15, 1e18, 1e21, 253_402_300_800_000, 1_795_227_495, 1_795_227_495_244.5, '1795227495', 'not a date',
];

function strangeValue(random: SeededRandom): Json {
  switch (random.below(12)) {
    case 0: return null;
    case 1: return random.chance(0.5);
    case 2: return random.pick([0, -1, 1, 3.5, 1e308, -1e-308, Number.MAX_SAFE_INTEGER, 2 ** 60]);
    case 3: return '';
    case 4: return random.pick(['text', ' ', 'null', '0', 'firing', 'resolved', 'http://x.test/', 'javascript:alert(1)', '[]', '{"a": {"b": []}}', '{broken']);
    case 5: return [];
    case 6: return {};
    case 7: return nested(1 + random.below(1_500), random.chance(0.5));
    case 8: return random.pick(strangeDates);
    case 9: return random.pick(strangeCharacters);
    case 10: return [null, 1, 'two', [3], { four: 4 }];
    default: return { a: { b: { c: [{ d: 'e' }] } } };
  }
}

/** Lists in lists, or objects in objects. */
function nested(depth: number, asLists: boolean): Json {
  let value: Json = 'deep';
  for (let level = 0; level < depth; level += 1) value = asLists ? [value] : { a: value };
  return value;
}

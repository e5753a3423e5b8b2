import { momentOf } from '../moments';
import { type Issue, type Parsed, type ParsedAlert, type ParsedChange, parsedRequest } from '../parsed';
import { isObject } from '../said';
import { issuesOf } from '../text';
import { alertIn, changeIn, titleOf } from './alertIn';
import { type Fields, fieldsOf, firstOf, named, names, plainName, sentence } from './fields';
import { mappedParse } from './mapped';
import { nagiosLike, nagiosMapping } from './nagiosLike';
import { GenericBody, isMeantForUs } from './ownShape';
import { opened } from './path';

/** What one object of a request came to. */
type Reading = { alerts: ParsedAlert[]; tests: ParsedAlert[]; changes: ParsedChange[]; issues: Issue[] };
const nothing: Reading = { alerts: [], tests: [], changes: [], issues: [] };

/** Where in the request: what stands around the object, and the latest moment that the request testifies to. */
type Place = { path: string; around: Fields; latest: number | null; depth: number };

const needed = 'is needed: a sentence that says what is wrong (summary, subject, name, message or text will do)';

/** Any body that says what is wrong: Rouse's own shape, those that tools commonly send, a list of either, or a text of which the first line is the title. */
export function recognised(body: unknown): Parsed {
  if (typeof body === 'string') {
    return body.replace(/\p{C}/gu, '').trim() === '' ? refused([{ path: '(body)', message: 'is needed: a line of text that says what is wrong, or JSON' }]) : requestOf(read({ text: body }, top));
  }
  if (!Array.isArray(body)) return isObject(body) ? requestOf(read(body, top)) : refused(issuesOfShape(body, ''));
  if (body.length === 0) return refused([{ path: '(body)', message: 'is an empty list: at least one alert is needed' }]);
  return requestOf(readList(body, top));
}

const top: Place = { path: '', around: new Map(), latest: null, depth: 0 };
const refused = (issues: Issue[]): Parsed => ({ ok: false, issues: issues.slice(0, 20) });
const at = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

/** Test notices among alerts are left out, for the request as a whole is none and they must not page. */
function requestOf({ alerts, tests, changes, issues }: Reading): Parsed {
  if (issues.length > 0) return refused(issues);
  const isTest = tests.length > 0 && alerts.length === 0 && changes.length === 0;
  return parsedRequest(isTest ? tests : alerts, { changes, test: isTest });
}

function issuesOfShape(body: unknown, path: string): Issue[] {
  const shape = GenericBody.safeParse(body);
  return shape.success ? [] : issuesOf(shape.error).map((issue) => ({ ...issue, path: issue.path === '(body)' ? path || '(body)' : at(path, issue.path) }));
}

function readList(list: readonly unknown[], place: Place): Reading {
  const moments = list.flatMap((entry) => (isObject(entry) ? ['startsAt', 'updatedAt'].flatMap((name) => momentOf(entry[name]) ?? []) : []));
  const latest = moments.reduce<number | null>((late, moment) => Math.max(late ?? 0, moment), null);
  const readings = list.map((entry, index): Reading => {
    const path = at(place.path, String(index));
    return isObject(entry) ? read(entry, { ...place, path, latest }) : { ...nothing, issues: [{ path, message: 'must be an object: an alert' }] };
  });
  return {
    alerts: readings.flatMap(({ alerts }) => alerts), tests: readings.flatMap(({ tests }) => tests), changes: readings.flatMap(({ changes }) => changes),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function read(body: Readonly<Record<string, unknown>>, place: Place): Reading {
  const fields = fieldsOf(body);
  const title = titleOf(fields);
  if (isChange(fields)) return title === undefined ? { ...nothing, issues: [{ path: at(place.path, 'title'), message: 'is needed: what was changed' }] } : { ...nothing, changes: [changeIn(fields, title)] };
  if (isMeantForUs(body) && place.depth === 0) return readOwn(body, fields, place);
  const event = cloudEvent(body);
  if (event !== null) return read(event, { ...place, depth: place.depth + 1 });
  const notification = nagiosLike(fields);
  if (notification !== null) {
    const parsed = mappedParse(notification, nagiosMapping);
    return parsed.ok ? { ...nothing, alerts: parsed.alerts } : { ...nothing, issues: parsed.issues };
  }
  const inner = place.depth < deepest ? listIn(fields, title !== undefined) ?? (title === undefined ? envelopeIn(fields) : null) : null;
  if (inner !== null) {
    const inside: Place = { ...place, path: at(place.path, inner.name), around: new Map([...place.around, ...fields]), depth: place.depth + 1 };
    const reading = Array.isArray(inner.value) ? readList(inner.value, inside) : read(inner.value, inside);
    if (reading.issues.length === 0 || Array.isArray(inner.value)) return reading;
  }
  const told = title ?? (place.depth > 0 ? titleOf(place.around) : undefined);
  if (told === undefined) return { ...nothing, issues: [{ path: at(place.path, 'title'), message: needed }] };
  return sorted(alertIn(fields, place.around, told, place.latest));
}

/** Held to the shape, then read: other names for what it leaves out still count. */
function readOwn(body: Readonly<Record<string, unknown>>, fields: Fields, place: Place): Reading {
  const issues = issuesOfShape(body, place.path);
  if (issues.length > 0) return { ...nothing, issues };
  return sorted(alertIn(fields, place.around, { name: 'title', text: String(body.title).trim() }, null));
}

const sorted = ({ alert, isTest }: { alert: ParsedAlert; isTest: boolean }): Reading => (isTest ? { ...nothing, tests: [alert] } : { ...nothing, alerts: [alert] });

const changes = new Set(['change', 'changeevent', 'deployment', 'deploy', 'release']);
const isChange = (fields: Fields) => changes.has(plainName(sentence(fields.get('kind')))) || ['change', 'changeevent'].includes(plainName(sentence(fields.get('type')).slice(0, 40)));

/** Objects in objects further down than this are not looked for alerts. */
const deepest = 3;

type Inner = { name: string; value: unknown[] | Record<string, unknown> };

/** `{alerts: [...]}` is a list of alerts whatever else it says; under other names only where nothing says what is wrong as a whole. */
function listIn(fields: Fields, hasTitle: boolean): Inner | null {
  for (const name of hasTitle ? ['alerts'] : ['alerts', 'events', 'incidents', 'notifications', 'problems', 'items', 'data', 'embeds', 'attachments']) {
    const value = opened(fields.get(name));
    if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return { name, value };
  }
  return null;
}

/** What is wrong stands one level down, perhaps as JSON in a text: `{event_action, payload: {summary}}`. */
function envelopeIn(fields: Fields): Inner | null {
  for (const name of ['alert', 'incident', 'event', 'payload', 'data', 'problem', 'issue', 'notification', 'monitor', 'check', 'body', 'detail', 'object', 'params']) {
    const value = opened(fields.get(name));
    if (isObject(value) && Object.keys(value).length > 0) return { name, value };
  }
  return null;
}

/**
 * A CloudEvent (github.com/cloudevents/spec) as the body that it carries: `id` is of the event and not of what it tells, so source and subject are
 * the key where its data has none; the last word of its type may say the status.
 */
function cloudEvent(body: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const type = sentence(body.type);
  if (sentence(body.specversion) === '' || type === '') return null;
  const held = opened(body.data);
  const told = isObject(held) ? held : typeof held === 'string' ? { text: held } : Array.isArray(held) ? { alerts: held as unknown[] } : {};
  const fields = fieldsOf(told);
  const [source, subject] = [sentence(body.source), sentence(body.subject)];
  const missing = {
    ...(titleOf(fields) === undefined ? { title: subject || type } : {}),
    ...(firstOf(fields, names.dedupKey, named) === undefined && subject !== '' ? { dedupKey: `${source} ${subject}` } : {}),
    ...(fields.has('type') ? {} : { type: type.split('.').at(-1) }), ...(fields.has('time') ? {} : { time: body.time }),
  };
  return { ...told, ...missing };
}

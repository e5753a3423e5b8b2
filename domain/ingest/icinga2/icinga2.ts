import { type Fields, fieldsOf } from '../generic/fields';
import { mappedParse } from '../generic/mapped';
import { nagiosLike, nagiosMapping } from '../generic/nagiosLike';
import type { Parsed, Source } from '../parsed';
import { isObject } from '../said';
import { connect } from './connect';
import { demo } from './demo';

/**
 * A notification command's JSON of Icinga's macros: flat (`host_name`, `host.name`, `HOSTNAME`) or nested (`{host: {name}}`), whatever the
 * script makes of them. Known by `host;service`, which a problem shares with its recovery.
 */
function parse(body: unknown): Parsed {
  if (!isObject(body)) return { ok: false, issues: [{ path: '(body)', message: 'must be an object: the JSON of a notification' }] };
  const fields = withStateNames(fieldsOf(flat(body)));
  const notification = nagiosLike(fields);
  if (notification !== null) return mappedParse(notification, nagiosMapping);
  const hasHost = ['hostname', 'host', 'hostdisplayname'].some((name) => fields.has(name));
  const missing = hasHost ? { path: 'notification_type', message: 'is needed: PROBLEM, RECOVERY or ACKNOWLEDGEMENT' } : { path: 'host_name', message: 'is needed: the name of the host' };
  return { ok: false, issues: [missing] };
}

/** `{host: {name}}` as `host.name`, beside what it is; `check_result` is of the service, else of the host. */
function flat(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const hasService = ['service', 'service_name'].some((name) => body[name] !== undefined && body[name] !== null && body[name] !== '');
  return Object.entries(body).slice(0, 500).reduce<Record<string, unknown>>((all, [name, value]) => {
    if (!isObject(value)) return Object.assign(all, own(name, value));
    const prefix = name === 'check_result' ? (hasService ? 'service' : 'host') : name;
    for (const [inner, held] of Object.entries(value).slice(0, 200)) Object.assign(all, own(`${prefix}.${inner}`, held));
    return all;
  }, {});
}

/** A field by any name, even `__proto__`; none for a macro that Icinga left as it is, as `$service.name$` in the notification of a host. */
const own = (name: string, value: unknown) => (typeof value === 'string' && /^\$[\w.]+\$$/.test(value) ? {} : Object.fromEntries([[name, value]]));

const stateNames = { service: ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'], host: ['UP', 'UP', 'DOWN', 'DOWN'] } as const;

/** Icinga's API and some templates (`$service.state_id$`) number the states. */
function withStateNames(fields: Fields): Fields {
  const isService = ['servicename', 'service', 'servicedesc'].some((name) => fields.has(name));
  return new Map([...fields].map(([name, value]) => {
    const kind = name === 'servicestate' || (name === 'state' && isService) ? 'service' : name === 'hoststate' || name === 'state' ? 'host' : undefined;
    const state = kind !== undefined && /^[0-3](?:\.0)?$/.test(String(value)) ? stateNames[kind][Number(value)] : undefined;
    return [name, state ?? value];
  }));
}

export const icinga2: Source = {
  name: 'icinga2', label: 'Icinga 2', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};

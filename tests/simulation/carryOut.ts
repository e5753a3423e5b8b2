import { Timestamp } from 'firebase-admin/firestore';
import { twilioSignature } from '../../functions/src/send/twilio/signature';
import type { What } from './actions';
import { settings } from './borders/settings';
import { keyOf, scheduleDocument } from './people';
import { writeOf } from './store/writes';
import type { World } from './world';

/** The one counted from the newest. */
const newest = <T>(list: readonly T[], which: number): T | undefined => list[Math.max(0, list.length - 1 - which)];

/** Does what the action says, by the ways that people and machines have. It does not wait for what becomes of it. */
export function carryOut(world: World, what: What): void {
  const incidentId = 'which' in what ? newest(world.incidents, what.which) : undefined;
  const arrived = (...channels: readonly string[]) => ('which' in what ? newest(world.borders.received.filter(({ channel, token }) => channels.includes(channel) && (token !== '' || channel === 'sms')), what.which) : undefined);
  const page = arrived('push', 'email');
  switch (what.do) {
    case 'fire': case 'end': report(world, what, what.do === 'fire' ? 'firing' : 'resolved'); return;
    case 'burst': for (let index = 0; index < what.count; index += 1) report(world, { ...what, key: (what.key + index) % 5 }, 'firing'); return;
    case 'command': if (incidentId !== undefined) command(world, what.who, { type: what.type, incidentId, ...(what.type === 'addNote' ? { text: 'Looking' } : {}) }); return;
    case 'setSeverity': if (incidentId !== undefined) command(world, what.who, { type: 'setSeverity', incidentId, severity: what.severity }); return;
    case 'milestone': if (incidentId !== undefined) command(world, what.who, { type: 'setMilestone', incidentId, milestone: what.milestone }); return;
    case 'tap': if (page !== undefined) for (let time = 0; time < (what.twice ? 2 : 1); time += 1) request(world, `/v1/${what.act}/${page.token}`, {}); return;
    case 'see': if (page !== undefined) request(world, `/v1/receipts/${page.token}`, { state: what.state }); return;
    case 'snooze': if (incidentId !== undefined) command(world, what.who, { type: 'snooze', incidentId, minutes: what.minutes }); return;
    case 'endSnooze': if (incidentId !== undefined) command(world, what.who, { type: 'endSnooze', incidentId }); return;
    case 'ask': if (incidentId !== undefined) command(world, what.who, { type: 'askResponders', incidentId, kind: what.kind, targets: what.targets }); return;
    case 'answer': if (incidentId !== undefined) command(world, what.who, { type: 'answerRequest', incidentId, requestId: null, accept: what.accept }); return;
    case 'rules': command(world, what.who, { type: 'saveNotificationRules', rules: what.rules, quietHours: null }); return;
    case 'reply': {
      const text = arrived('sms');
      if (text !== undefined) fromTwilio(world, '/v1/twilio/sms', { From: text.from, Body: { code: `${text.code}`, codeE: `${text.code} E`, ack: 'Ack.', hello: 'who is this' }[what.words] });
      return;
    }
    case 'press': {
      const call = arrived('voice');
      if (call === undefined) return;
      fromTwilio(world, `/v1/twilio/voice/${call.token}`, { CallStatus: 'in-progress' });
      fromTwilio(world, `/v1/twilio/voice/${call.token}/keys`, { Digits: what.key });
      return;
    }
    case 'access': command(world, 'ada', { type: what.active ? 'reactivatePerson' : 'deactivatePerson', userId: what.who }); return;
    case 'device': {
      const deviceId = `${what.who}-device-${what.index}`;
      command(world, what.who, what.there
        ? { type: 'registerDevice', deviceId, name: 'Phone', platform: 'web', pushToken: `${what.who}:device-${what.index}`, permission: 'granted', installed: true, soundAllowed: true }
        : { type: 'removeDevice', deviceId });
      return;
    }
    case 'policy': command(world, 'ada', { type: 'savePolicy', policy: { id: what.id, name: `Policy ${what.id}`, ...what.policy } }); return;
    // As an edit of another process leaves it: nobody here is told.
    case 'schedule': world.database.commit([writeOf.set(`schedules/${what.id}`, scheduleDocument(what.id, what.schedule, Timestamp.fromMillis(world.schedule.clock.now()).toMillis()))]); return;
    case 'crash': world.instance(what.which).crash(); world.log(`process ${what.which} was killed`); return;
    case 'nothing': return;
    default: what satisfies never;
  }
}

function report(world: World, { service, key, group, severity }: { service: string; key: number; group: string | null; severity: string | null }, status: 'firing' | 'resolved'): void {
  const title = `Alert ${world.nextNumber()} of ${service}`;
  request(world, `/v1/hooks/generic/${keyOf(service)}`, {
    title, status, dedupKey: `key-${key}`, ...(group === null ? {} : { groupKey: group }), ...(severity === null ? {} : { severity }),
  }, (answered) => {
    if (answered !== 202) return;
    world.counts.accepted += 1;
    world.accepted.push({ title, at: world.schedule.clock.now() });
  });
}

function command(world: World, uid: string, sent: Record<string, unknown>): void {
  const run = world.instance().part('command/command', 'command').run({ data: { commandId: `command-${String(world.nextNumber()).padStart(8, '0')}`, ...sent }, auth: { uid, token: {} } } as never); // Of a callable's request, what is read here.
  Promise.resolve(run).then(({ outcome }) => { world.log(`${uid}'s ${String(sent.type)}: ${outcome}`); }, (error: unknown) => { world.log(`${uid}'s ${String(sent.type)}: ${String(error)}`); });
}

/** A request of Twilio's, with the fields of its form, signed as Twilio signs. */
export function fromTwilio(world: World, path: string, fields: Readonly<Record<string, string>>): void {
  const form = new URLSearchParams(fields);
  const signature = twilioSignature(settings.ROUSE_TWILIO_AUTH_TOKEN, `${settings.ROUSE_PUBLIC_URL}${path}`, form);
  post(world, path, form.toString(), (name) => (name === 'x-twilio-signature' ? signature : undefined));
}

/** A POST of JSON. */
export const request = (world: World, path: string, body: object, answered?: (status: number) => void): void => { post(world, path, JSON.stringify(body), () => undefined, answered); };

/** A POST as the router takes it. `answered`: with which status, if the process lives to say it. */
function post(world: World, path: string, body: string, get: (name: string) => string | undefined, answered: (status: number) => void = () => undefined): void {
  const instance = world.instance();
  const asked = { method: 'POST', path, url: path, originalUrl: path, rawBody: Buffer.from(body), get };
  let status = 0;
  const response: Record<string, unknown> = {};
  const itself = () => response;
  const end = () => {
    world.log(`POST ${path.slice(0, 30)}: ${status}`);
    answered(status);
    return response;
  };
  Object.assign(response, { status: (code: number) => { status = code; return response; }, set: itself, type: itself, json: end, send: end });
  const answer = instance.part('http/router', 'serve')(instance.part('routes', 'routes'));
  answer(asked as never, response as never).catch((error: unknown) => { world.log(`${path}: ${String(error)}`); }); // Of both, what the router and the routes use.
}

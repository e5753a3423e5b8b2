import { logger } from 'firebase-functions';
import type { Request } from 'firebase-functions/https';
import type { Parsed, ParsedRequest, Source } from '#domain/ingest/parsed';
import type { Integration } from '#domain/service/service';
import { type Reply, refuse } from '../http/reply';
import { secretOf } from '../store/secrets';
import { checkSignature } from './authenticity/signature';
import { readBody } from './body';
import { answerHandshake } from './handshake';
import { isBeyondLimit, onlyRepeats, retryAfter } from './limits';
import { logRefusal } from './refusals';
import { take, type Taken } from './take';

/** `busySeconds`: refused only for now, and for so long. */
export type Received = { ok: true; taken: Taken; parsed: ParsedRequest } | { ok: false; problem: Reply; busySeconds?: number };

/**
 * A request under a valid key, from its bytes to what became of its alerts: read, authentic, parsed, within the limit, taken. What is refused is logged for
 * the admins. `instead`: what is taken in place of the body (an API whose path says the half of it).
 */
export async function receive(request: Request, source: Source, integration: Integration, instead?: (body: unknown) => unknown): Promise<Received> {
  const refused = async (problem: Reply, busySeconds?: number): Promise<Received> => {
    // A sender gone mad writes one document over and over: what the store can't keep up with must not turn a 4xx into a 503, which is sent again.
    await logRefusal(integration.id, source.name, problem).catch((error: unknown) => logger.warn('a refusal was not logged', error));
    return { ok: false, problem, ...(busySeconds === undefined ? {} : { busySeconds }) };
  };
  if (!integration.enabled) return refused(refuse(401, 'switched-off', 'This integration is switched off. An admin can switch it on again.'));
  const body = await readBody(request, source.maxBytes, { viaQuery: source.viaQuery === true, mayBeEmpty: instead !== undefined });
  if (!body.ok) return refused(body.problem);
  const forged = await checkSignature({
    integration, header: (name) => request.get(name), rawBody: body.raw, now: Date.now(), secret: () => secretOf(integration.id),
  });
  if (forged !== undefined) return refused(forged);

  const value = instead === undefined ? body.value : instead(body.value);
  const parse = (assignedKey: string) => source.parse(value, { assignedKey, mapping: integration.mapping });
  const parsed = parse('unread');
  if (!parsed.ok) return refused(wrongShape(parsed, source));
  const now = Date.now();
  if (isBeyondLimit(integration, now) && await onlyRepeats(integration, parsed.alerts)) {
    const seconds = retryAfter(integration, now);
    return refused(refuse(source.whenBusy, 'too-many', tooMany, [], { 'Retry-After': String(seconds) }), seconds);
  }
  const taken = await take({
    integration, source, deliveryId: deliveryOf(request), parse: (eventId) => again(parse(eventId), parsed),
    ...(instead === undefined ? { raw: body.raw, form: body.form } : { raw: Buffer.from(JSON.stringify(value)), form: { contentType: 'application/json', query: null } }),
  });
  if (parsed.handshake !== null) await answerHandshake(taken.eventId, parsed.handshake, integration, value);
  return { ok: true, taken, parsed };
}

const tooMany = 'Too many repeats of alerts that are open already. Nothing that could page is refused.';

/** What parsed once parses again: only the assigned key differs. */
const again = (parsed: Parsed, before: ParsedRequest): ParsedRequest => (parsed.ok ? parsed : before);

function wrongShape({ issues }: Extract<Parsed, { ok: false }>, source: Source): Reply {
  const [first] = issues;
  const place = first === undefined ? '' : ` ${first.path}: ${first.message}.`;
  return refuse(400, 'wrong-shape', `This is not what ${source.label} sends.${place}`, issues);
}

/** The sender's own id of this delivery, where it has one that stays the same when it sends again. */
function deliveryOf(request: Request): string | null {
  for (const name of ['x-amz-sns-message-id', 'x-github-delivery', 'x-honeycomb-webhook-delivery-id']) {
    const id = request.get(name);
    if (id !== undefined && id !== '') return `${name}:${id.slice(0, 200)}`;
  }
  return null;
}

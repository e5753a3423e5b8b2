/** One verb of a TwiML document. */
export type TwimlVerb = { name: string; attributes: Record<string, string>; text: string; inner: TwimlVerb[] };

/** The verbs and attributes that Rouse may use (twilio.com/docs/voice/twiml, twilio.com/docs/messaging/twiml). */
const known: Record<string, { attributes: readonly string[]; inside: readonly string[] }> = {
  Response: { attributes: [], inside: [] },
  Say: { attributes: ['language', 'voice', 'loop'], inside: ['Response', 'Gather'] },
  Gather: { attributes: ['numDigits', 'timeout', 'method', 'action', 'input', 'finishOnKey', 'actionOnEmptyResult'], inside: ['Response'] },
  Pause: { attributes: ['length'], inside: ['Response', 'Gather'] },
  Hangup: { attributes: [], inside: ['Response'] },
  Redirect: { attributes: ['method'], inside: ['Response'] },
  Message: { attributes: ['action', 'method'], inside: ['Response'] },
};
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'" };

/** Reads a TwiML document as strictly as Twilio, which hangs up on what it can't read. Throws where it is not well-formed, or has what it may not. */
export function readTwiml(document: string): TwimlVerb[] {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(body)) throw new Error('a character that XML may not hold');
  const root: TwimlVerb = { name: '', attributes: {}, text: '', inner: [] };
  const open: TwimlVerb[] = [root];
  const token = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (let at = 0; at < body.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(body);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error(`not XML at: ${body.slice(at, at + 40)}`);
    const [, closing, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) parent.text += unescaped(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends what it did not begin`);
    } else {
      const verb: TwimlVerb = { name, attributes: attributesOf(attributes), text: '', inner: [] };
      if (parent !== root) judge(verb, parent);
      parent.inner.push(verb);
      if (empty !== '/') open.push(verb);
    }
  }
  const [response, ...others] = root.inner;
  if (open.length !== 1 || response?.name !== 'Response' || others.length > 0 || root.text.trim() !== '') throw new Error('not one Response');
  return response.inner;
}

function judge({ name, attributes }: TwimlVerb, parent: TwimlVerb): void {
  const verb = Object.hasOwn(known, name) ? known[name] : undefined;
  if (verb?.inside.includes(parent.name) !== true) throw new Error(`<${name}> in <${parent.name}>`);
  const strange = Object.keys(attributes).find((attribute) => !verb.attributes.includes(attribute));
  if (strange !== undefined) throw new Error(`${strange} of <${name}>`);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text.replace(/&[^;\s]*;?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`${entity} is no entity`);
    return character;
  });
}

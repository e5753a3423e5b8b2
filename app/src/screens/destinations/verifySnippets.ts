/** How a receiver checks that a webhook came from this Rouse: Standard Webhooks, by its libraries and by hand. */
export const verifySnippets = [
  {
    key: 'node', title: 'Node', code: `// npm install standardwebhooks
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.ROUSE_SECRET);
// body: the raw text of the request, not parsed yet
const event = webhook.verify(body, request.headers); // throws if it is not ours`,
  },
  {
    key: 'python', title: 'Python', code: `# pip install standardwebhooks
import os
from standardwebhooks.webhooks import Webhook

webhook = Webhook(os.environ["ROUSE_SECRET"])
# body: the raw bytes of the request, not parsed yet
event = webhook.verify(body, request.headers)  # raises if it is not ours`,
  },
  {
    key: 'hand', title: 'By hand', code: `const { createHmac, timingSafeEqual } = require('node:crypto');

function isFromRouse(body, headers, secret) {
  const id = headers['webhook-id'];
  const time = headers['webhook-timestamp'];
  // Older than five minutes: somebody replays it.
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = createHmac('sha256', key).update(id + '.' + time + '.' + body).digest();
  return String(headers['webhook-signature']).split(' ').some((each) => {
    const given = Buffer.from(each.replace('v1,', ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`,
  },
] as const;
export type SnippetKey = (typeof verifySnippets)[number]['key'];

import { z } from 'zod';
import type { Notification } from '#domain/notification/notification';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as it may stand in HTML and XML, in elements and in quoted attributes. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const style = `:root{color-scheme:light dark;--ground:#F6F8FA;--text:#10202F;--quiet:#5A6B7B;--accent:#0B6BCB;--label:#fff}
@media(prefers-color-scheme:dark){:root{--ground:#0B1016;--text:#E9EFF5;--quiet:#93A4B5;--accent:#4DA3FF;--label:#0B1016}}
body{margin:0;padding:32px 16px;min-height:100dvh;box-sizing:border-box;display:grid;align-content:center;gap:16px;max-width:30rem;margin-inline:auto;
background:var(--ground);color:var(--text);font:17px/1.4 system-ui,sans-serif}h1{font-size:22px;margin:0}p{margin:0;color:var(--quiet)}
button,a.button{display:grid;place-content:center;height:60px;width:100%;border:0;border-radius:14px;background:var(--accent);color:var(--label);font:600 17px system-ui,sans-serif;text-decoration:none}`;

const frame = (title: string, inner: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body>${inner}</body></html>`;

/** Asks before it acts: one button that POSTs to the address itself. */
export function confirmPage(act: 'acknowledge' | 'escalate', token: string, notification: Notification): string {
  const path = act === 'acknowledge' ? 'ack' : 'escalate';
  const label = act === 'acknowledge' ? 'Acknowledge' : 'Page the next person';
  return frame(notification.title, `<h1>${escaped(notification.title)}</h1><p>${escaped(notification.body)}</p>
<form method="post" action="/v1/${path}/${encodeURIComponent(token)}"><button>${label}</button></form>`);
}

const Said = z.union([z.object({ message: z.string() }), z.object({ error: z.object({ message: z.string() }) })]);

/** Says what became of the tap, from the JSON that a program would have been answered. */
export function donePage(answer: unknown): string {
  const said = Said.safeParse(answer);
  const message = !said.success ? 'Done.' : 'error' in said.data ? said.data.error.message : said.data.message;
  return frame('Rouse', `<h1>${escaped(message)}</h1><a class="button" href="/">Open Rouse</a>`);
}

import { escaped } from '../../pages/html';
import type { Mail } from './mail';

/** Every mail of an incident refers to one that was never sent, so that mail programs keep them together whichever comes first. */
export function threadOf(publicUrl: string, notificationId: string, incidentId: string): Pick<Mail, 'messageId' | 'references'> {
  const host = hostOf(publicUrl);
  return { messageId: `<${notificationId}@${host}>`, references: [`<${incidentId.toLowerCase()}@${host}>`] };
}

export const hostOf = (publicUrl: string) => new URL(publicUrl).hostname;
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

// Colours are named only where they belong together: a mail program that turns the rest dark keeps it readable.
export const quiet = 'margin:0 0 8px;font-size:15px;opacity:.7';
export const button = 'display:block;padding:18px 16px;border-radius:14px;background:#0B6BCB;color:#FFFFFF;font-weight:600;text-align:center;text-decoration:none';
export const plain = 'color:#2F80D0;text-decoration:underline';

/** A mail's HTML around `inner`, which is HTML already. */
export const frame = (title: string, inner: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px 16px"><div style="max-width:30rem;margin:0 auto;font:17px/1.4 system-ui,-apple-system,sans-serif">
${inner}
</div></body></html>`;

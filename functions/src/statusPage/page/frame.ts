import { escaped } from '../../pages/html';
import type { Reply } from '../../http/reply';
import { contentSecurityPolicy, styleTag } from './style';

/** What may be kept: half a minute at the edge, a minute more while it is renewed, and for a day when Rouse itself can't answer. */
export const keptShortly = { 'Cache-Control': 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400' };

/** `title`: of the window. `description`: what search engines show; without one the page is not for them. `feed`: the address of the Atom feed. */
export type Head = { title: string; description?: string; feed?: string | undefined };

/** A whole page; `inner` is HTML already. */
export const page = ({ title, description, feed }: Head, inner: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title>${description === undefined ? '<meta name="robots" content="noindex">' : `<meta name="description" content="${escaped(description)}">`}
<meta name="color-scheme" content="light dark"><link rel="icon" href="/icons/rouse.svg" type="image/svg+xml">${feed === undefined ? '' : `<link rel="alternate" type="application/atom+xml" title="${escaped(title)}" href="${escaped(feed)}">`}
${styleTag}</head><body>${inner}</body></html>`;

/** `kept`: it is the same for everybody and may be cached; else (an error, what an address of its own is answered) nothing keeps it. */
export function htmlReply(status: number, html: string, kept: boolean): Reply {
  return { status, html, headers: { 'Content-Security-Policy': contentSecurityPolicy, ...(kept ? keptShortly : {}) } };
}

/** One sentence or two and a way on. `button`: what the page's only button says; it POSTs to the page's own address. */
export const notePage = (title: string, sentences: readonly string[], button?: string): string => page({ title }, `<main><h1>${escaped(title)}</h1>
<div class="k">${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')}${button === undefined ? '' : `<form method="post"><button>${escaped(button)}</button></form>`}</div></main>
<footer><p><a class="f" href="/status">System status</a></p></footer>`);

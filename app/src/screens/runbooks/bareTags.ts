/**
 * HTML that stands in Markdown, with its tags but without any attribute, and without comments; what is no whole tag becomes text. Not what makes it safe (that
 * is DOMPurify), but a browser that parses an `onclick` reports it as an attack even where it never becomes part of the page.
 */
export function bareTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(?:(\/?)([a-z][a-z0-9-]*)(?:[\s/][^<>]*)?>)?/gi, (_whole, slash: string | undefined, tag: string | undefined) => (tag === undefined ? '&lt;' : `<${slash ?? ''}${tag}>`));
}

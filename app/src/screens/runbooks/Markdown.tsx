import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { useEffect, useMemo, useRef } from 'react';
import { bareTags } from './bareTags';
import { copyText } from './copyText';
import { inReadingOrder, leadsElsewhere } from './linkTarget';
import './markdown.css';

// HTML within Markdown keeps its tags (<details>, <kbd>) and loses every attribute, before anything parses it.
const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => bareTags(text), code: ({ lang }) => actionOf(lang), image: ({ href, text }) => pictureLink(href, text) } });

// Runbooks are written by members, but a member's account may be somebody else's for an hour: no scripts, frames, forms
// or styles get through, every link leaves without telling where it came from, and one whose words name another place says where it leads.
const purifier = DOMPurify(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  // Set below and nowhere else: a text that brings its own would lie with it.
  node.removeAttribute('data-leads-to');
  if (node.tagName === 'IMG' && !node.hasAttribute('src')) node.remove();
  if (node.tagName !== 'A') return;
  const href = node.getAttribute('href') ?? '';
  if (/^(https?:|mailto:|tel:)/i.test(href)) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
    const elsewhere = leadsElsewhere(node.textContent ?? '', href);
    if (elsewhere !== null) node.setAttribute('data-leads-to', elsewhere);
  } else node.removeAttribute('href');
});
const options = { FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'iframe', 'svg', 'math', 'video', 'audio'], FORBID_ATTR: ['style', 'id', 'name', 'class', 'title'] };

/** A step's action is run in an incident; elsewhere its name stands in the place of an empty block. False: an ordinary block. */
function actionOf(language: string | undefined): string | false {
  const name = /^action\s+([a-z0-9-]+)/.exec(language ?? '')?.[1];
  return name === undefined ? false : `<p><strong>In an incident this step offers to run <code>${name}</code>.</strong></p>`;
}

/** A picture elsewhere is not fetched (the policy forbids it, and it would tell who reads this and when): a link to it. False: one that the text brings along. */
function pictureLink(href: string, words: string): string | false {
  return href.startsWith('data:image/') ? false : `<a href="${escaped(href)}">${escaped(words === '' ? 'Picture' : `Picture: ${words}`)}</a>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Markdown as safe HTML; every code block gets a button that copies it. */
export default function Markdown({ text }: { text: string }) {
  const html = useMemo(() => purifier.sanitize(marked.parse(inReadingOrder(text), { async: false }), options), [text]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const block of frame.current?.querySelectorAll('pre') ?? []) addCopy(block);
  }, [html]);
  return <div ref={frame} className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}

function addCopy(block: HTMLPreElement) {
  // React leaves the same HTML as it is: a second run of the effect finds what the first one made.
  if (block.parentElement?.classList.contains('markdown-code')) return;
  const code = (block.textContent ?? '').replace(/\n$/, '');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action action-quiet action-quiet-accent markdown-copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => { void copyText(code); });
  // Keyboard users scroll a wide block by focusing it.
  block.tabIndex = 0;
  const frame = document.createElement('div');
  frame.className = 'markdown-code';
  block.replaceWith(frame);
  frame.append(block, button);
}

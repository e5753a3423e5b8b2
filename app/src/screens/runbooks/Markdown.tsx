import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useEffect, useMemo, useRef } from 'react';
import { say } from '../../ui';
import './markdown.css';

// Runbooks are written by members, but a member's account may be somebody else's for an hour: no scripts, frames, forms
// or styles get through, and every link leaves without telling where it came from.
const purifier = DOMPurify(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  const href = node.getAttribute('href') ?? '';
  if (/^(https?:|mailto:|tel:)/i.test(href)) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  } else node.removeAttribute('href');
});
const options = { FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'iframe', 'svg', 'math'], FORBID_ATTR: ['style', 'id', 'name', 'class'] };

/** Markdown as safe HTML; every code block gets a button that copies it. */
export default function Markdown({ text }: { text: string }) {
  const html = useMemo(() => purifier.sanitize(marked.parse(text, { async: false, gfm: true }), options), [text]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const block of frame.current?.querySelectorAll('pre') ?? []) addCopy(block);
  }, [html]);
  return <div ref={frame} className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}

function addCopy(block: HTMLPreElement) {
  const code = block.textContent ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action action-quiet action-quiet-accent markdown-copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => { void copy(code); });
  // Keyboard users scroll a wide block by focusing it.
  block.tabIndex = 0;
  const frame = document.createElement('div');
  frame.className = 'markdown-code';
  block.replaceWith(frame);
  frame.append(block, button);
}

async function copy(code: string) {
  try {
    await navigator.clipboard.writeText(code);
    say('Copied.');
  } catch {
    say('This browser does not let Rouse copy. Select the text by hand.', 'danger');
  }
}

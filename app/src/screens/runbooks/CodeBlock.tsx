import { Fragment } from 'react';
import { QuietAction } from '../../ui';
import { copyText } from './copyText';
import { inReadingOrder } from './linkTarget';
import './code-block.css';

/** A command with one tap to copy it. Variables that nothing fills (`missing`) are marked in it, and told before the tap. */
export function CodeBlock({ text, missing = [] }: { text: string; missing?: readonly string[] }) {
  const code = inReadingOrder(text);
  return (
    <div className="code-block">
      <pre tabIndex={0} aria-label="Command"><code>{missing.length === 0 ? code : <Marked text={code} />}</code></pre>
      <QuietAction icon="copy" onClick={() => { void copyText(code); }} data-testid="copy">Copy</QuietAction>
      {missing.length > 0 ? <p className="code-block-missing small">Left for you to fill: {missing.join(', ')}. No alert gives a value that is safe to paste.</p> : null}
    </div>
  );
}

/** What is still between braces, marked. */
function Marked({ text }: { text: string }) {
  return text.split(/(\{\{[^{}]*\}\})/).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : <Fragment key={index}>{part}</Fragment>));
}

import { useState } from 'react';
import { QuietAction, say } from '../../ui';
import './configuration.css';

/** Text to be pasted elsewhere, under its label, with a button that copies it. `what` names it on the button: "Copy the URL". */
export function CopyText({ label, what, text, testid }: { label: string; what: string; text: string; testid?: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      say('The browser did not allow copying. Select the text by hand.', 'danger');
    }
  };
  const isCopied = copied === text;
  return (
    <div className="copy-text">
      <span className="copy-label">{label}</span>
      <pre tabIndex={0} aria-label={label} data-testid={testid} className={text.includes('\n') ? undefined : 'copy-line'}><code>{text}</code></pre>
      <QuietAction outlined icon={isCopied ? 'check' : 'copy'} onClick={() => { void copy(); }}>{isCopied ? 'Copied' : `Copy ${what}`}</QuietAction>
    </div>
  );
}

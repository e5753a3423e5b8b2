import { useState } from 'react';
import { QuietAction, say } from '../../ui';

/** Text to be pasted elsewhere, with a button that copies it. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      say('Copied.', 'good');
    } catch {
      say('The browser did not allow copying. Select the text by hand.', 'danger');
    }
  };
  return (
    <div className="welcome-code">
      <pre tabIndex={0} aria-label={label}><code>{code}</code></pre>
      <QuietAction icon={copied ? 'check' : 'copy'} onClick={() => { void copy(); }}>{copied ? 'Copied' : 'Copy'}</QuietAction>
    </div>
  );
}

import { useState } from 'react';
import { PrimaryAction, QuietAction, say } from '../../ui';
import './people.css';

/** A secret link that is shown this once: Rouse keeps only its hash. */
export function LinkOnce({ link: given, words, onDone }: { link: string; words: string; onDone: () => void }) {
  // Rouse answers a path for its own pages: only the browser knows the address that people use.
  const link = new URL(given, location.origin).href;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      say('The browser did not allow copying. Select the link by hand.', 'danger');
    }
  };
  return (
    <div className="people-link">
      <p>{words}</p>
      <code data-testid="link-once">{link}</code>
      <PrimaryAction icon={copied ? 'check' : 'copy'} onClick={() => { void copy(); }}>{copied ? 'Copied' : 'Copy the link'}</PrimaryAction>
      <QuietAction tone="plain" onClick={onDone}>Done</QuietAction>
    </div>
  );
}

import type { Source } from '#domain/ingest/parsed';
import { CopyText } from '../configuration/CopyText';
import { filledIn, partsOf } from './tools';
import type { Address } from './tools';
import './integrations.css';

/** How a tool is connected, step by step, in its own words. `masked`: the key is not known any more, so there is nothing to copy. */
export function ConnectWords({ tool: { connect: { steps, code, notes = [] } }, address, masked }: { tool: Source; address: Address; masked?: boolean }) {
  const text = code ? filledIn(code.text, address) : null;
  return (
    <div className="connect">
      {/^https?:\/\/(?:127\.0\.0\.1|localhost)\b/.test(address.origin) ? <p className="quiet small">This Rouse runs on this machine alone: a tool elsewhere cannot reach it.</p> : null}
      <ol className="connect-steps">{steps.map((step) => <li key={step}><span><Filled text={step} address={address} /></span></li>)}</ol>
      {text === null ? null : masked
        ? <div className="copy-text"><pre tabIndex={0} aria-label="To be pasted"><code>{text}</code></pre></div>
        : <CopyText label="Ready to be pasted" what="the code" text={text} testid="snippet" />}
      {notes.length > 0 ? <ul className="connect-notes">{notes.map((note) => <li key={note}><Filled text={note} address={address} /></li>)}</ul> : null}
    </div>
  );
}

/** A sentence whose address and key are set apart, so that it is seen where they begin and end. */
function Filled({ text, address }: { text: string; address: Address }) {
  // The odd parts are those that the split was at.
  return partsOf(text).map((part, index) => (index % 2 === 1 ? <code key={part + String(index)}>{filledIn(part, address)}</code> : part));
}

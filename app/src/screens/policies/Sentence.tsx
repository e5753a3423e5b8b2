import type { Part } from './policyWords';

/** A sentence with the names in it set apart. */
export function Sentence({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, strong }, index) => (strong ? <b key={index}>{text}</b> : <span key={index}>{text}</span>));
}

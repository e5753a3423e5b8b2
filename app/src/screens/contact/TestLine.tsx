import type { TestWords } from '../../words/notifications';
import { Icon } from '../../ui';

const icons = { waiting: 'clock', good: 'check', bad: 'warning' } as const;

/** How far a test has come. The region is always there: one that appears with its words is often not read out. */
export function TestLine({ words, name }: { words: TestWords | null; name?: string }) {
  return (
    <p className={`contact-test${words ? ` contact-test-${words.tone}` : ''}`} role="status" data-testid="test-words">
      {words ? <><Icon name={icons[words.tone]} size={18} /><span className="tabular">{name ? `${name}: ` : ''}{words.text}</span></> : null}
    </p>
  );
}

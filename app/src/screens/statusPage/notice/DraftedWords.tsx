import { QuietAction } from '../../../ui';

type Props = {
  /** What was typed; null: nothing. `waits`: the draft's words, '' where none wait. `offered`: the words of the incident as it is now; null: it has none. */
  mine: string | null; waits: string; offered: string | null;
  /** Back to what waits. `onWords`: begins with these. */
  onTake: () => void; onWords: (text: string) => void;
};

/** Words to begin with: back to those that wait, or those that the incident has now. Nothing that was typed is replaced by itself. */
export function DraftedWords({ mine, waits, offered, onTake, onWords }: Props) {
  if (waits !== '') return mine === null || mine === waits ? null : <p className="notice-quiet"><QuietAction icon="undo" onClick={onTake} data-testid="take-drafted">Use the drafted words</QuietAction></p>;
  if (offered === null || (mine ?? '').trim() !== '') return null;
  return <p className="notice-quiet"><QuietAction icon="note" onClick={() => onWords(offered)} data-testid="draft-words">Begin with words from the incident</QuietAction></p>;
}

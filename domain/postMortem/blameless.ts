/** A place in a text that may read as blame, as it stands there, and what to write instead. */
export type Hint = { found: string; advice: string };

type Rule = { words: RegExp; advice: string };

/** Few and gentle: what reads as a judgement of people where the system is meant. Word borders on both sides, so that "default" is no fault. */
const rules: readonly Rule[] = [
  { words: /\b(?:human|operator|user) error\b/i, advice: 'Say what made the mistake easy to make, and hard to notice.' },
  { words: /\b(?:should(?:n['’]t| not)? have|ought to have|must have known|could have just)\b/i, advice: 'Say what people knew then, and why it made sense to them.' },
  { words: /\b(?:failed|forgot|neglected|refused|omitted) to\b/i, advice: 'Say what happened, and what would have caught it.' },
  { words: /\b(?:careless(?:ly|ness)?|negligen(?:t|ce)|sloppy|lazy|stupid(?:ly)?|incompeten(?:t|ce)|reckless(?:ly)?|inattenti(?:ve|on))\b/i, advice: 'Leave the judgement out: say what was seen and done.' },
  { words: /\b(?:blames?d?|at fault|to blame|(?:his|her|their|whose) (?:fault|mistake))\b/i, advice: 'Look for what allowed it, not for who did it.' },
  { words: /\b(?:obvious(?:ly)?|simply|of course|common sense)\b/i, advice: 'It was not obvious then. Say what was to be seen.' },
];

/** Words that make a sentence about a named person a judgement of that person. */
const ofPeople = /\b(?:broke|caused|mistake|wrongly|fault|forgot|failed to|ignored|missed|messed|misconfigured)\b/i;

/**
 * Where a text may read as blame, in its order, each place once: whole phrases, and a person of `names` beside a word of blame in one sentence. Hints only: whoever writes decides.
 */
export function blameHints(text: string, names: readonly string[]): Hint[] {
  const found = new Map<string, Hint & { index: number }>();
  const note = (words: string, advice: string, index: number) => { if (!found.has(words.toLowerCase())) found.set(words.toLowerCase(), { found: words, advice, index }); };
  for (const { words, advice } of rules) for (const match of text.matchAll(new RegExp(words, 'gi'))) note(match[0], advice, match.index);
  for (const sentence of text.matchAll(/[^\n]+?(?:[.!?](?=\s)|$)/gm)) {
    if (!ofPeople.test(sentence[0])) continue;
    for (const name of names) {
      if (name.length > 1 && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(sentence[0])) note(name, 'Name the role or the step rather than the person.', sentence.index);
    }
  }
  return [...found.values()].sort((a, b) => a.index - b.index).map(({ found: words, advice }) => ({ found: words, advice }));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

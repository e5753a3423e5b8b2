import type { StepOutcome } from '#domain/plan/turns';

/** What came of a try of a step. `isTold`: the commit that did it has said so in the timeline. `words`: for the timeline, where the result is longer than a sentence. */
export type Did = { outcome: StepOutcome & { words?: string }; isTold: boolean };

/** Words for a step's end that the timeline does not have yet. */
export const did = (kind: StepOutcome['kind'], result: string): Did => ({ outcome: { kind, result }, isTold: false });

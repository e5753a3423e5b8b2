import { clockTime } from '#domain/time/words';

/** What stands in a notification while the tap on it has no answer. The person must not take it for done. */
export const notYetSent = {
  acknowledge: 'Not yet sent. Rouse does not know that you have it, so paging goes on. Trying again.',
  escalate: 'Not yet sent. Nobody further is paged yet. Trying again.',
} as const;

/** While the first attempt is on its way: said at once, so that a tap is never silent. */
export const sending = { acknowledge: 'Sending your acknowledge.', escalate: 'Asking for the next person.' } as const;

/** What an answer means where the server sent no sentence of its own. `at` in ms since epoch, told in the device's zone. */
export function answerWords(act: 'acknowledge' | 'escalate', at: number, zone: string): string {
  return act === 'acknowledge'
    ? `Acknowledged by you at ${clockTime(at, zone)}. Nobody else will be paged.`
    : `The next person was paged at ${clockTime(at, zone)}.`;
}

/** Why an act was refused for good, where the server sent no sentence of its own. */
export const refusedWords = 'This page can no longer be answered from here. Open Rouse to see where it stands.';

/** A page whose moment is over, where the server sent no sentence of its own. */
export const endedWords = 'This has ended meanwhile. Nothing to do.';

/** A push that this version cannot read still has to be shown: iOS ends the subscription after three silent ones. */
export const unreadable = { title: 'Rouse has news', body: 'Open Rouse to read it.' } as const;

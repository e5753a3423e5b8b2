import type { Preview } from '#domain/proof/proof';

/** What the urgency of a preview means for those who are paged. */
export const urgencyWords = (urgency: Preview['urgency']): string =>
  (urgency === 'high' ? 'High urgency: it goes on until somebody acknowledges.' : 'Low urgency: it waits for support hours and the end of quiet hours, and does not escalate.');

const words = new Map([['fatal', 'critical'], ['error', 'error'], ['warning', 'warning'], ['info', 'info'], ['debug', 'info'], ['sample', 'info']]);

/** What Sentry's level means as a severity; null for one that it does not have. */
export const wordOfLevel = (level: string): string | null => words.get(level.toLowerCase()) ?? null;

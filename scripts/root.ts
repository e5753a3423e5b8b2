import { fileURLToPath } from 'node:url';

/** The repository's root folder as an absolute path, wherever a script was started from. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

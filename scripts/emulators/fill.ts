/** Runs the seed in a process of its own: it loads the Admin SDK, and the process that started it must stay able to hear Ctrl-C. */
import { seed } from '../seed/seed';

await seed({ fresh: process.argv.includes('--fresh'), demo: process.argv.includes('--demo') });
// The Admin SDK keeps its connections open.
process.exit(0);

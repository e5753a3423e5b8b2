/** `npm run docs:connect`: writes docs/connect.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { connectPage } from './connectPage';

writeFileSync(join(root, 'docs/connect.md'), connectPage());

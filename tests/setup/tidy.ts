import { afterAll } from 'vitest';
import { tidyUp } from '../store';

// What a file leaves open goes on paging, and what it leaves configured is read with everything else, by every worker, twice a second: the files after it would wait for that.
afterAll(tidyUp);

import { expect, it } from 'vitest';
import { firstStepOf } from './steps';

it('takes the first item of a list, and the code within it', () => {
  expect(firstStepOf('# Checkout\n\nSome words.\n\n1. Check the **connection** count:\n\n   ```sh\n   psql -c "select 1"\n   ```\n\n2. Restart it\n'))
    .toEqual({ words: 'Check the connection count:', code: 'psql -c "select 1"' });
});

it('does not take the second step\'s command for the first', () => {
  expect(firstStepOf('1. Look at the dashboard\n2. Restart:\n\n   ```\n   restart\n   ```\n')).toEqual({ words: 'Look at the dashboard', code: null });
});

it('takes a code block with the words before it where there is no list', () => {
  expect(firstStepOf('## Is it up\n\n```\ncurl localhost\n```\n')).toEqual({ words: 'Is it up', code: 'curl localhost' });
});

it('takes the first paragraph where there is nothing else, and null where there is nothing', () => {
  expect(firstStepOf('# Title\n\nCall *Priya*.\n')).toEqual({ words: 'Call Priya.', code: null });
  expect(firstStepOf('\n')).toBeNull();
});

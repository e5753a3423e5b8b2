import { expect, it } from 'vitest';
import * as functions from './index';

it('every function that may send has every secret: a chain that a sweep goes on with would lose its SMS and calls otherwise', () => {
  const bound = Object.entries(functions).map(([name, { __endpoint }]) => [name, (__endpoint.secretEnvironmentVariables ?? []).map(({ key }) => key).sort()]);
  const all = ['ROUSE_SECRETS_KEY', 'ROUSE_SMTP_URL', 'ROUSE_TWILIO_AUTH_TOKEN'];
  expect(Object.fromEntries(bound)).toEqual({ api: all, command: all, sweep: all, wake: all });
});

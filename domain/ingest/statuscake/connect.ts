import type { Connect } from '../parsed';

/** StatusCake's contact groups: statuscake.com/kb/knowledge-base/how-to-use-the-web-hook-url/ */
export const connect: Connect = {
  steps: [
    'In StatusCake open Alerting, Contact Groups, and create a new contact group (or edit one).', 'Put this URL into Web Hook URL, leave the method at POST, and save.',
    'Open each uptime test, and choose this contact group under Alerting.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: ['StatusCake reports Up and Down without a severity: a routing rule can set one, for example by the tags of the test.'],
};

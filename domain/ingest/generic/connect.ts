import type { Connect } from '../parsed';

/** The generic shape of the README: send an alert from anything. */
export const connect: Connect = {
  steps: ['Send this from a script, a cron job or a tool that can post JSON.', 'Send the same dedupKey with "status": "resolved" when it is over.'],
  code: {
    language: 'bash',
    text: `curl -fsS {url} \\
  -H 'Content-Type: application/json' \\
  -d '{"title": "Backup failed on db-1", "dedupKey": "backup:db-1", "severity": "warning"}'`,
  },
};

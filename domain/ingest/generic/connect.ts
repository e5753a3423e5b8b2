import type { Connect } from '../parsed';

/** The generic shape of the README: send an alert from anything. */
export const connect: Connect = {
  steps: [
    'Send this from a script, a cron job or a tool that can post JSON.', 'Send the same dedupKey with "status": "resolved" when it is over.',
    'A tool that makes its own JSON? Point it here as it is. Where something is read wrongly, map its fields in this integration.',
  ],
  code: {
    language: 'bash',
    text: `curl -fsS {url} \\
  -H 'Content-Type: application/json' \\
  -d '{"title": "Backup failed on db-1", "dedupKey": "backup:db-1", "severity": "warning"}'`,
  },
  notes: [
    'Also: groupKey, description, service, links ([{"href", "text"}]), labels ({}), startedAt. The status may be acknowledged too; without one an alert fires.',
    'Taken as they are: a list of alerts, a line of text, a form, a CloudEvent, and the webhooks of GoAlert, Grafana OnCall and Checkmk.',
    'A deployment: {"kind": "change", "title": "Checkout 4.2 deployed"} is shown beside incidents and pages nobody. With "test": true an alert is shown and pages nobody.',
  ],
};

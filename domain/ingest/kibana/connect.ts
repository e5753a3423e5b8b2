import type { Connect } from '../parsed';

/** elastic.co/docs: Webhook connector and action; rule action variables. In a webhook's body Kibana escapes what `{{…}}` stands for, so the quotes are ours. */
export const connect: Connect = {
  steps: [
    'In Kibana, open Stack Management → Connectors → Create connector → Webhook. Name Rouse, method POST, URL {url}, authentication None.',
    'Add the HTTP header Content-Type: application/json and save.',
    'Edit a rule, add the Rouse connector under Actions, choose On status changes and the action group that means trouble, and paste the body below.',
    'Add the connector a second time with Run when: Recovered and the same body: without it nothing is ever resolved.',
    'Change severity in the body to what this rule means to you: critical, high, medium or low.',
  ],
  code: {
    language: 'json',
    text: `{
  "rule": {"id": "{{rule.id}}", "name": "{{rule.name}}", "type": "{{rule.type}}", "spaceId": "{{rule.spaceId}}", "tags": "{{rule.tags}}", "url": "{{rule.url}}"},
  "alert": {"id": "{{alert.id}}", "actionGroup": "{{alert.actionGroup}}", "actionGroupName": "{{alert.actionGroupName}}", "flapping": "{{alert.flapping}}"},
  "context": {
    "reason": "{{context.reason}}", "message": "{{context.message}}", "title": "{{context.title}}", "value": "{{context.value}}", "threshold": "{{context.threshold}}",
    "group": "{{context.group}}", "alertDetailsUrl": "{{context.alertDetailsUrl}}", "link": "{{context.link}}"
  },
  "severity": "critical",
  "date": "{{date}}"
}`,
  },
  notes: [
    'Every alert of a rule (each host, each group) is one of its own here: choose For each alert, not Summary of alerts.',
    'Elastic Security: a rule action with the body {"alerts": [{{{context.alerts}}}]} sends the alert documents, which are read as they are.',
    'A tag service:checkout of the rule names the service. Kibana’s PagerDuty and Opsgenie connectors can be pointed at Rouse too: make an integration of that kind.',
  ],
};

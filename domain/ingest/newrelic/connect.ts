import type { Connect } from '../parsed';

/** docs.newrelic.com/docs/alerts/get-notified/notification-integrations and its variables of workflows; the template is New Relic's default with the owner. */
export const connect: Connect = {
  steps: [
    'In New Relic open Alerts → Destinations → Webhook. Webhook name: Rouse. Endpoint URL: {url}. Save destination.',
    'Alerts → Workflows → Add a workflow. Name it and choose which issues it is about; none chosen means all.',
    'Under Notify choose Webhook, the destination Rouse, and replace the payload by the template below. Under "Notify when" leave all of activated, acknowledged, closed and priority change ticked.',
    'Send test notification, then Update message and Activate workflow.',
  ],
  code: {
    language: 'json',
    text: `{
  "id": {{ json issueId }},
  "issueUrl": {{ json issuePageUrl }},
  "title": {{ json annotations.title.[0] }},
  "description": {{ json annotations.description.[0] }},
  "priority": {{ json priority }},
  "state": {{ json state }},
  "trigger": {{ json triggerEvent }},
  "owner": {{ json owner }},
  "impactedEntities": {{ json entitiesData.names }},
  "totalIncidents": {{ json totalIncidents }},
  "createdAt": {{ createdAt }},
  "updatedAt": {{ updatedAt }},
  "sources": {{ json accumulations.source }},
  "alertPolicyNames": {{ json accumulations.policyName }},
  "alertConditionNames": {{ json accumulations.conditionName }},
  "workflowName": {{ json workflowName }}
}`,
  },
  notes: [
    'The priority decides the severity: critical, high, medium or low.',
    'New Relic’s default payload works too, but without the owner: an acknowledgement in New Relic is then not seen.',
    'To keep the key out of the URL: use {origin}/v1/hooks/newrelic, and give the destination the custom header X-Rouse-Key: {key}.',
  ],
};

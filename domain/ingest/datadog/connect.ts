import type { Connect } from '../parsed';

/** docs.datadoghq.com/integrations/webhooks: the tile, its form, and the variables of the payload. */
export const connect: Connect = {
  steps: [
    'In Datadog open Integrations → Integrations, search for Webhooks, install it and open its Configuration.',
    'Webhooks → New. Name: rouse. URL: {url}. Replace the Payload by the template ("Ready to be pasted"); leave Encode as form off. Save.',
    'In the message of every monitor that should page, write @webhook-rouse. It is told of the recovery too; for "no data", switch that on in the monitor.',
    'Try it: open the monitor, Edit → Test Notifications. It is shown here as a test and pages nobody.',
  ],
  code: {
    language: 'json',
    text: `{
  "title": "$EVENT_TITLE",
  "body": "$EVENT_MSG",
  "alert_title": "$ALERT_TITLE",
  "alert_cycle_key": "$ALERT_CYCLE_KEY",
  "alert_id": "$ALERT_ID",
  "alert_scope": "$ALERT_SCOPE",
  "alert_transition": "$ALERT_TRANSITION",
  "alert_type": "$ALERT_TYPE",
  "alert_priority": "$ALERT_PRIORITY",
  "alert_status": "$ALERT_STATUS",
  "alert_metric": "$ALERT_METRIC",
  "alert_query": "$ALERT_QUERY",
  "aggreg_key": "$AGGREG_KEY",
  "event_type": "$EVENT_TYPE",
  "hostname": "$HOSTNAME",
  "tags": "$TAGS",
  "link": "$LINK",
  "snapshot": "$SNAPSHOT",
  "date": "$DATE",
  "last_updated": "$LAST_UPDATED",
  "org": { "id": "$ORG_ID", "name": "$ORG_NAME" },
  "id": "$ID"
}`,
  },
  notes: [
    'The priority of the monitor, P1 to P5, decides the severity; without one its alert type: error, warning or info.',
    'The tag service: names the service.',
    'With Datadog’s default payload alerts page too, but a recovery finds its alert only while the title stays the same.',
    'To keep the key out of the URL: use {origin}/v1/hooks/datadog, and under Custom Headers write {"X-Rouse-Key": "{key}"}.',
  ],
};

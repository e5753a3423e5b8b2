import type { Connect } from '../parsed';

/** healthchecks.io/docs/configuring_webhooks: the placeholders ending in _JSON are quoted and escaped by Healthchecks. */
export const connect: Connect = {
  steps: [
    'In Healthchecks, open Integrations and choose Add Integration at Webhook.',
    'Under Execute when a check goes down: method POST, URL {url}, and the request body below.',
    'Request headers: Content-Type: application/json',
    'Under Execute when a check goes up, enter the same method, URL, body and headers.',
    'Save, then press Test!: it appears here and pages nobody. Switch the integration on for each check that shall page.',
  ],
  code: {
    language: 'json',
    text: `{
  "code": "$CODE",
  "name": $NAME_JSON,
  "status": "$STATUS",
  "now": "$NOW",
  "tags": "$TAGS",
  "exit_status": "$EXITSTATUS",
  "body": $BODY_JSON
}`,
  },
  notes: [
    'A body of $JSON alone works too; the ping address in it is not kept in the alert.',
    'Without a body: GET {url}?code=$CODE&status=$STATUS&name=$NAME&now=$NOW&tags=$TAGS',
    'A tag service:checkout names the service. Healthchecks says no severity: the severity policy’s default is taken, or a routing rule’s.',
  ],
};

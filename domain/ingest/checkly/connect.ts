import type { Connect } from '../parsed';

/** checklyhq.com/docs: Webhooks. The variables are Checkly's; in the template they stand in quotes, so that an empty one is no syntax error. */
export const connect: Connect = {
  steps: [
    'In Checkly, open Alert Settings → Alert channels → Add more channels and choose Webhook.',
    'Name: Rouse. Method: POST. URL: {url}',
    'Body: replace the template by the one below.',
    'Optional: enter a Webhook Secret of your own and the same one here, under Signature; then a request without it is refused.',
    'Under Send alerts when, switch on failure, recovery, degradation and SSL expiry, and subscribe the checks and groups.',
  ],
  code: {
    language: 'json',
    text: `{
  "event": "{{ALERT_TITLE}}",
  "alert_type": "{{ALERT_TYPE}}",
  "check_name": "{{CHECK_NAME}}",
  "group_name": "{{GROUP_NAME}}",
  "check_id": "{{CHECK_ID}}",
  "check_type": "{{CHECK_TYPE}}",
  "check_error_message": "{{CHECK_ERROR_MESSAGE}}",
  "response_time": "{{RESPONSE_TIME}}",
  "api_check_response_status_code": "{{API_CHECK_RESPONSE_STATUS_CODE}}",
  "run_location": "{{RUN_LOCATION}}",
  "ssl_days_remaining": "{{SSL_DAYS_REMAINING}}",
  "ssl_check_domain": "{{SSL_CHECK_DOMAIN}}",
  "started_at": "{{STARTED_AT}}",
  "tags": "{{TAGS}}",
  "link": "{{RESULT_LINK}}"
}`,
  },
  notes: ['A failure is critical; a degradation and a certificate that expires are a warning.', 'The check’s recovery resolves it. A certificate’s warning is resolved by hand.'],
};

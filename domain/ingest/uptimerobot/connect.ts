import type { Connect } from '../parsed';

/** uptimerobot.com: Integrations, Webhook. Without a POST value it appends the same variables to an address that ends with ? or &. */
export const connect: Connect = {
  steps: [
    'In UptimeRobot, open Integrations & API → Integrations, and choose Add at Webhook.',
    'Friendly name: Rouse. URL to notify: {url}',
    'POST value: paste the text below, and switch on Send as JSON (application/json).',
    'Enable notifications for: Up events, Down events, and SSL & Domain expiry reminders.',
    'Open each monitor and switch Rouse on under How will we notify you.',
  ],
  code: {
    language: 'json',
    text: `{
  "monitorID": "*monitorID*",
  "monitorURL": "*monitorURL*",
  "monitorFriendlyName": "*monitorFriendlyName*",
  "alertType": "*alertType*",
  "alertTypeFriendlyName": "*alertTypeFriendlyName*",
  "alertDetails": "*alertDetails*",
  "alertDuration": "*alertDuration*",
  "alertDateTime": "*alertDateTime*",
  "sslExpiryDate": "*sslExpiryDate*",
  "sslExpiryDaysLeft": "*sslExpiryDaysLeft*"
}`,
  },
  notes: [
    'Plans without a POST value: use {url}? as the address, with the question mark at its end. UptimeRobot then appends its variables.',
    'Without *monitorID* a monitor is told by its address. A certificate that expires is a warning of its own, resolved by hand.',
  ],
};

import type { Connect } from '../parsed';

/** Site24x7's webhooks: site24x7.com/help/admin/third-party-integration/webhooks.html */
export const connect: Connect = {
  steps: [
    'In Site24x7 open Admin, Third-Party Integration, Add Third-Party Integration, and choose Webhooks.',
    'Put this URL into Hook URL, choose POST, tick Post as JSON and Send Incident Parameters, and leave Send Custom Parameters off.',
    'Choose the alerts to send: Trouble, Critical, Down and Up. Without Up an incident is not resolved by itself.',
    'Choose all monitors, or those that Rouse shall hear of, and save.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: ['DOWN and CRITICAL are SEV1, TROUBLE is SEV3; UP resolves.'],
};

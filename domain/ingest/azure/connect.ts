import type { Connect } from '../parsed';

/** learn.microsoft.com/azure/azure-monitor/alerts/action-groups */
export const connect: Connect = {
  steps: [
    'In the Azure portal open Monitor → Alerts → Action groups → Create. Name it Rouse.',
    'Actions → Action type: Webhook, name: rouse. URI: {url}. Enable the common alert schema: Yes. OK, then Review + create.',
    'Try it: open the group → Test action group, sample type "Metric alert - static threshold", Test. It is shown here as a test and pages nobody.',
    'In every alert rule: Edit → Actions → Use action groups: Rouse. In Details, leave "Automatically resolve alerts" on: without it nothing tells Rouse that it is over.',
  ],
  code: {
    language: 'bash',
    text: `# Instead of the portal, with the Azure command line:
az monitor action-group create --name Rouse --short-name rouse --resource-group RESOURCE_GROUP \\
  --action webhook rouse '{url}' useCommonAlertSchema
az monitor metrics alert update --name RULE --resource-group RESOURCE_GROUP --add-action Rouse`,
  },
  notes: [
    'The rule’s severity decides: Sev0 is critical, Sev1 an error, Sev2 a warning, Sev3 and Sev4 are information.',
    'Alerts about the activity log and Service Health are never resolved by Azure: a person ends them.',
    'The custom properties of a rule become labels.',
  ],
};

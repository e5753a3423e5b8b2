import type { Connect } from '../parsed';

/** Icinga's notification commands: icinga.com/docs/icinga-2/latest/doc/03-monitoring-basics/#notification-commands */
export const connect: Connect = {
  steps: [
    'Save the script as /etc/icinga2/scripts/rouse.sh and make it executable. It needs curl and jq, which writes the JSON whatever a check says.',
    'Add the NotificationCommand, the User and the two apply rules to a file in conf.d, then reload Icinga 2.',
    'Send a custom notification from Icinga Web to try it.',
  ],
  code: {
    language: 'bash',
    text: `#!/bin/sh
# /etc/icinga2/scripts/rouse.sh
jq -n 'env | {notification_type, host_name, host_display_name, host_address, host_state, host_output, service_name,
  service_display_name, service_state, service_output, notification_author, notification_comment, icingaweb2_url}' |
  curl -fsS --retry 5 -H 'Content-Type: application/json' -d @- '{url}'

# conf.d/rouse.conf
# object NotificationCommand "rouse" {
#   command = [ ConfigDir + "/scripts/rouse.sh" ]
#   env = {
#     notification_type = "$notification.type$"
#     notification_author = "$notification.author$"
#     notification_comment = "$notification.comment$"
#     host_name = "$host.name$"
#     host_display_name = "$host.display_name$"
#     host_address = "$address$"
#     host_state = "$host.state$"
#     host_output = "$host.output$"
#     service_name = "$service.name$"
#     service_display_name = "$service.display_name$"
#     service_state = "$service.state$"
#     service_output = "$service.output$"
#     icingaweb2_url = "https://YOUR-ICINGA/icingaweb2"
#   }
# }
# object User "rouse" { }
# apply Notification "rouse" to Host { command = "rouse"; users = [ "rouse" ]; assign where true }
# apply Notification "rouse" to Service { command = "rouse"; users = [ "rouse" ]; assign where true }`,
  },
  notes: ['CRITICAL and DOWN are SEV1, WARNING is SEV3. Downtime and flapping notifications are taken and page nobody.'],
};

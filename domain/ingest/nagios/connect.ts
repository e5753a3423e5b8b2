import type { Connect } from '../parsed';

/** nagios.org: Standard Macros in Nagios. As environment variables no macro needs quoting; the script makes JSON of those that are read. */
export const connect: Connect = {
  steps: [
    'Save the script below as /usr/local/bin/nagios-to-rouse and make it executable: chmod 755. It needs python3.',
    'In nagios.cfg set enable_environment_macros=1.',
    'Add the commands and the contact at the end of the script to a file of Nagios’ configuration, and the contact rouse to a contact group of your services and hosts.',
    'Check with nagios -v /etc/nagios4/nagios.cfg (the path may differ) and reload Nagios.',
    'Send a custom notification for a service in trouble, or a demo alert from here.',
  ],
  code: {
    language: 'text',
    text: `#!/usr/bin/env python3
import json, os, sys, urllib.request
names = '''NOTIFICATIONTYPE NOTIFICATIONAUTHOR NOTIFICATIONCOMMENT HOSTNAME HOSTALIAS HOSTADDRESS HOSTSTATE HOSTOUTPUT LONGHOSTOUTPUT
  HOSTGROUPNAMES HOSTNOTESURL HOSTACTIONURL LASTHOSTSTATECHANGE SERVICEDESC SERVICEDISPLAYNAME SERVICESTATE SERVICEOUTPUT LONGSERVICEOUTPUT
  SERVICEPERFDATA SERVICEGROUPNAMES SERVICENOTESURL SERVICEACTIONURL LASTSERVICESTATECHANGE TIMET'''.split()
body = json.dumps({name: os.environ.get('NAGIOS_' + name, '') for name in names})
request = urllib.request.Request('{url}', body.encode(), {'Content-Type': 'application/json'})
for attempt in range(3):
    try:
        sys.exit(0 if urllib.request.urlopen(request, timeout=10).status < 300 else 1)
    except OSError as error:
        print(error, file=sys.stderr)
sys.exit(1)

# define command {
#   command_name notify-rouse
#   command_line /usr/local/bin/nagios-to-rouse
# }
# define contact {
#   contact_name                  rouse
#   service_notification_period   24x7
#   host_notification_period      24x7
#   service_notification_options  w,u,c,r
#   host_notification_options     d,u,r
#   service_notification_commands notify-rouse
#   host_notification_commands    notify-rouse
# }`,
  },
  notes: [
    'CRITICAL and DOWN are critical, UNKNOWN and UNREACHABLE high, WARNING is medium. An acknowledge in Nagios acknowledges the incident.',
    'Nagios sends a notification once: keep a notification_interval, so that a lost one is repeated.',
  ],
};

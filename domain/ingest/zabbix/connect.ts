import type { Connect } from '../parsed';

/**
 * A media type to be imported (zabbix.com/documentation: Webhook, YAML of version 6.0, which later ones read). The script turns the server's local dates
 * into such with a zone: Zabbix' macros have none.
 */
export const connect: Connect = {
  steps: [
    'Save the text below as rouse.yaml. In Zabbix, open Alerts → Media types (before 6.4: Administration → Media types) and choose Import.',
    'Open Administration → Macros and set {$ZABBIX.URL} to the address of your Zabbix, so that alerts link to their event.',
    'Open Users → Users, create a user for Rouse who may read the host groups, and add a media of type Rouse to it; Send to may say anything.',
    'Open Alerts → Actions → Trigger actions and create an action. Under Operations add: send message to that user, only to Rouse.',
    'In the same action add Notify all involved under Recovery operations and under Update operations, so that recoveries and acknowledges arrive too.',
    'Press Test at the media type: it appears here and pages nobody.',
  ],
  code: {
    language: 'yaml',
    text: `zabbix_export:
  version: '6.0'
  media_types:
    - name: Rouse
      type: WEBHOOK
      parameters:
        - {name: id, value: '{EVENT.ID}'}
        - {name: trigger_id, value: '{TRIGGER.ID}'}
        - {name: name, value: '{EVENT.NAME}'}
        - {name: severity, value: '{EVENT.SEVERITY}'}
        - {name: nseverity, value: '{EVENT.NSEVERITY}'}
        - {name: status, value: '{EVENT.STATUS}'}
        - {name: value, value: '{EVENT.VALUE}'}
        - {name: update_action, value: '{EVENT.UPDATE.ACTION}'}
        - {name: event_ack, value: '{EVENT.ACK.STATUS}'}
        - {name: event_date, value: '{EVENT.DATE}'}
        - {name: event_time, value: '{EVENT.TIME}'}
        - {name: recovery_date, value: '{EVENT.RECOVERY.DATE}'}
        - {name: recovery_time, value: '{EVENT.RECOVERY.TIME}'}
        - {name: tags, value: '{EVENT.TAGSJSON}'}
        - {name: host_name, value: '{HOST.NAME}'}
        - {name: host_ip, value: '{HOST.IP}'}
        - {name: description, value: '{TRIGGER.DESCRIPTION}'}
        - {name: trigger_url, value: '{TRIGGER.URL}'}
        - {name: zabbix_url, value: '{$ZABBIX.URL}'}
        - {name: message, value: '{ALERT.MESSAGE}'}
        - {name: rouse_url, value: '{url}'}
      script: |
        var fields = JSON.parse(value), url = fields.rouse_url, request = new HttpRequest(), answer;
        function zoned(date, time) {
          var d = /^(\\d+)\\.(\\d+)\\.(\\d+)$/.exec(date), t = /^(\\d+):(\\d+):(\\d+)$/.exec(time);
          return d && t ? new Date(+d[1], d[2] - 1, +d[3], +t[1], +t[2], +t[3]).toISOString() : '';
        }
        fields.started_at = zoned(fields.event_date, fields.event_time);
        fields.ended_at = zoned(fields.recovery_date, fields.recovery_time);
        delete fields.rouse_url;
        request.addHeader('Content-Type: application/json');
        answer = request.post(url, JSON.stringify(fields));
        if (request.getStatus() !== 202) throw 'Rouse answered ' + request.getStatus() + ': ' + answer;
        return 'OK';
      message_templates:
        - {event_source: TRIGGERS, operation_mode: PROBLEM, subject: 'Problem: {EVENT.NAME}', message: '{EVENT.OPDATA}'}
        - {event_source: TRIGGERS, operation_mode: RECOVERY, subject: 'Resolved: {EVENT.NAME}', message: 'Lasted {EVENT.DURATION}. {EVENT.OPDATA}'}
        - {event_source: TRIGGERS, operation_mode: UPDATE, subject: 'Updated: {EVENT.NAME}', message: '{USER.FULLNAME} {EVENT.UPDATE.ACTION}: {EVENT.UPDATE.MESSAGE}'}`,
  },
  notes: [
    'Severities: Disaster is critical, High is high, Average and Warning are medium, Information and Not classified are low.',
    'An acknowledge in Zabbix acknowledges the incident; the tags of the trigger can be used in routing rules.',
    'A script of your own works too if it posts the parameters id ({EVENT.ID}), name, status, value and severity as JSON.',
  ],
};

import { alertmanager } from './alertmanager/alertmanager';
import { azure } from './azure/azure';
import { cloudwatch } from './cloudwatch/cloudwatch';
import { datadog } from './datadog/datadog';
import { gcp } from './gcp/gcp';
import { generic } from './generic/generic';
import { grafana } from './grafana/grafana';
import { newrelic } from './newrelic/newrelic';
import { opsgenie } from './opsgenie/opsgenie';
import { pagerduty } from './pagerduty/pagerduty';
import { sentry } from './sentry/sentry';
import { uptimekuma } from './uptimekuma/uptimekuma';
import { zabbix } from './zabbix/zabbix';
import { pingdom } from './pingdom/pingdom';
import { checkly } from './checkly/checkly';
import { heartbeat } from './heartbeat/heartbeat';
import { honeycomb } from './honeycomb/honeycomb';
import { icinga2 } from './icinga2/icinga2';
import { site24x7 } from './site24x7/site24x7';
import { statuscake } from './statuscake/statuscake';
import { healthchecks } from './healthchecks/healthchecks';
import { kibana } from './kibana/kibana';
import { uptimerobot } from './uptimerobot/uptimerobot';
import { nagios } from './nagios/nagios';
import { github } from './github/github';
import type { Source } from './parsed';

/** Every source that can report; adding one is a folder and a line here. */
export const sources: Readonly<Record<string, Source>> = {
  alertmanager,
  azure,
  checkly,
  cloudwatch,
  datadog,
  gcp,
  generic,
  grafana,
  healthchecks,
  heartbeat,
  honeycomb,
  icinga2,
  newrelic,
  opsgenie,
  pagerduty,
  pingdom,
  sentry,
  site24x7,
  statuscake,
  uptimekuma,
  zabbix,
  kibana,
  uptimerobot,
  nagios,
  github,
};

/** The source of this name; undefined for one that does not exist (also for names that every object has). */
export function sourceOf(name: string): Source | undefined {
  return Object.hasOwn(sources, name) ? sources[name] : undefined;
}

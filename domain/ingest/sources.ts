import { alertmanager } from './alertmanager/alertmanager';
import { azure } from './azure/azure';
import { checkly } from './checkly/checkly';
import { cloudwatch } from './cloudwatch/cloudwatch';
import { datadog } from './datadog/datadog';
import { gcp } from './gcp/gcp';
import { generic } from './generic/generic';
import { github } from './github/github';
import { grafana } from './grafana/grafana';
import { healthchecks } from './healthchecks/healthchecks';
import { heartbeat } from './heartbeat/heartbeat';
import { honeycomb } from './honeycomb/honeycomb';
import { icinga2 } from './icinga2/icinga2';
import { kibana } from './kibana/kibana';
import { nagios } from './nagios/nagios';
import { newrelic } from './newrelic/newrelic';
import { opsgenie } from './opsgenie/opsgenie';
import { pagerduty } from './pagerduty/pagerduty';
import { pingdom } from './pingdom/pingdom';
import { sentry } from './sentry/sentry';
import { site24x7 } from './site24x7/site24x7';
import { statuscake } from './statuscake/statuscake';
import { uptimekuma } from './uptimekuma/uptimekuma';
import { uptimerobot } from './uptimerobot/uptimerobot';
import { zabbix } from './zabbix/zabbix';
import type { Source } from './parsed';

/** Every source that can report, by name; adding one is a folder and a line here. */
export const sources: Readonly<Record<string, Source>> = {
  alertmanager,
  azure,
  checkly,
  cloudwatch,
  datadog,
  gcp,
  generic,
  github,
  grafana,
  healthchecks,
  heartbeat,
  honeycomb,
  icinga2,
  kibana,
  nagios,
  newrelic,
  opsgenie,
  pagerduty,
  pingdom,
  sentry,
  site24x7,
  statuscake,
  uptimekuma,
  uptimerobot,
  zabbix,
};

/** The source of this name; undefined for one that does not exist (also for names that every object has). */
export function sourceOf(name: string): Source | undefined {
  return Object.hasOwn(sources, name) ? sources[name] : undefined;
}

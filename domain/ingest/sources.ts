import { alertmanager } from './alertmanager/alertmanager';
import { cloudwatch } from './cloudwatch/cloudwatch';
import { datadog } from './datadog/datadog';
import { generic } from './generic/generic';
import { grafana } from './grafana/grafana';
import { opsgenie } from './opsgenie/opsgenie';
import { pagerduty } from './pagerduty/pagerduty';
import { uptimekuma } from './uptimekuma/uptimekuma';
import { zabbix } from './zabbix/zabbix';
import { pingdom } from './pingdom/pingdom';
import { checkly } from './checkly/checkly';
import type { Source } from './parsed';

/** Every source that can report; adding one is a folder and a line here. */
export const sources: Readonly<Record<string, Source>> = {
  alertmanager,
  cloudwatch,
  datadog,
  generic,
  grafana,
  opsgenie,
  pagerduty,
  uptimekuma,
  zabbix,
  pingdom,
  checkly,
};

/** The source of this name; undefined for one that does not exist (also for names that every object has). */
export function sourceOf(name: string): Source | undefined {
  return Object.hasOwn(sources, name) ? sources[name] : undefined;
}

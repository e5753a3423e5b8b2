import { alertmanager } from './alertmanager/alertmanager';
import { generic } from './generic/generic';
import { grafana } from './grafana/grafana';
import { opsgenie } from './opsgenie/opsgenie';
import { pagerduty } from './pagerduty/pagerduty';
import type { Source } from './parsed';

/** Every source that can report; adding one is a folder and a line here. */
export const sources: Readonly<Record<string, Source>> = {
  alertmanager,
  generic,
  grafana,
  opsgenie,
  pagerduty,
};

/** The source of this name; undefined for one that does not exist (also for names that every object has). */
export function sourceOf(name: string): Source | undefined {
  return Object.hasOwn(sources, name) ? sources[name] : undefined;
}

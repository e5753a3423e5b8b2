import type { IncidentType } from '../incident/incident';
import type { Severity } from '../incident/severity';
import type { Instant } from '../time/instant';
import type { ComponentState } from './component';
import type { PublicMaintenance, PublicNotice } from './publicStatus';

/** From fine to worst. Maintenance was announced, so whatever else is wrong says more. */
const order: readonly ComponentState[] = ['operational', 'maintenance', 'degraded', 'partialOutage', 'majorOutage'];

/** The worst of these; operational where there are none. */
export const worstOf = (states: readonly ComponentState[]): ComponentState => states.reduce((worst, state) => (order.indexOf(state) > order.indexOf(worst) ? state : worst), 'operational');

/** How a component is at `at` (ms since epoch): held by hand, else the worst that an open notice says of it, else under maintenance while that runs, else operational. */
export function stateOf(
  component: { id: string; held: ComponentState | null }, notices: readonly Pick<PublicNotice, 'components'>[], maintenance: readonly Pick<PublicMaintenance, 'components' | 'startsAt' | 'endsAt'>[], at: Instant,
): ComponentState {
  if (component.held !== null) return component.held;
  const touches = ({ components }: Pick<PublicNotice, 'components'>) => components.filter(({ componentId }) => componentId === component.id);
  const worst = worstOf(notices.flatMap(touches).map(({ state }) => state));
  if (worst !== 'operational') return worst;
  return maintenance.some((each) => each.startsAt <= at && at < each.endsAt && touches(each).length > 0) ? 'maintenance' : 'operational';
}

/** What is proposed for the component that an incident touches, before a person has looked. */
export function proposedState({ severity, type }: { severity: Severity; type: IncidentType }): ComponentState {
  if (type === 'degradation') return 'degraded';
  switch (severity) {
    case 'SEV1': return 'majorOutage';
    case 'SEV2': return 'partialOutage';
    case 'SEV3': case 'SEV4': return 'degraded';
    default: return severity satisfies never;
  }
}

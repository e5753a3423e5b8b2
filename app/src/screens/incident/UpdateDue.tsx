import type { Incident } from '#domain/incident/incident';
import { Icon, useMinute } from '../../ui';
import { updateOwed } from './updateOwed';

/** Says that the stakeholders are waiting for an update, or soon will be; nothing while there is time. `onUpdates` leads to where it is written. */
export function UpdateDue({ incident, onUpdates }: { incident: Incident; onUpdates?: (() => void) | undefined }) {
  const owed = updateOwed(incident, useMinute());
  if (owed === null || !owed.isNear) return null;
  const inside = <><Icon name="clock" size={18} /><span className="tabular">{owed.words}</span></>;
  const className = `incident-head-update${owed.isLate ? ' incident-head-late' : ''}`;
  if (onUpdates === undefined) return <p className={className} data-testid="update-due">{inside}</p>;
  return <button type="button" className={className} onClick={onUpdates} data-testid="update-due">{inside}<Icon name="forward" size={16} /></button>;
}

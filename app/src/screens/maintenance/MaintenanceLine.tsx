import { maintenanceWindows } from '../../live/maintenance';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Icon, useNow } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { runningAt, runningWords } from './running';
import './maintenance.css';

/** The calm line on a service that is being worked on: until when, and what becomes of its alerts. Nothing while no window covers it. */
export function MaintenanceLine({ serviceId }: { serviceId: string }) {
  const windows = known(useReadable('maintenanceWindows/{id}', maintenanceWindows)) ?? [];
  // To the second: a window that somebody just began or ended is on or over at once.
  const now = useNow();
  const zone = useZone();
  return runningAt(windows, now, serviceId).map((running) => (
    <p key={running.window.id} className="maintenance-line tabular" role="status"><Icon name="maintenance" size={20} /><span>{runningWords(running, now, zone)}</span></p>
  ));
}

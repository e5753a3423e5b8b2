import { runbooks } from '../live/configuration';
import { liveStore } from '../live/liveStore';

/**
 * Fetches what a page needs before one comes: on a phone's first visit the service worker has not kept the app's parts yet, and the network may be gone
 * when the alarm is answered. Failing is fine: the part is fetched again when it is shown. The runbooks are watched all the while, so that the one of the next
 * incident lies in the cache on disk: as many reads at a launch as there are runbooks (none that did not change within half an hour), and one for each change.
 */
export function fetchAhead(): () => void {
  const timer = setTimeout(() => {
    void Promise.allSettled([
      import('../screens/alarm/AlarmOverlay'), import('../screens/incident/IncidentPage'), import('../screens/incident/Now'),
      import('../screens/incident/FirstStep'), import('../screens/incident/Timeline'), import('../screens/incident/RunbookPart'),
      import('../screens/incident/IncidentMenu'), import('../screens/runbooks/Markdown'), import('../screens/incident/runbook/ActionSheet'),
    ]);
  }, 200);
  const stop = liveStore.subscribe(runbooks, () => undefined);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * Fetches what a page needs before one comes: on a phone's first visit the service worker has not kept the app's parts yet, and the network may be gone
 * when the alarm is answered. Failing is fine: the part is fetched again when it is shown.
 */
export function fetchAhead(): () => void {
  const timer = setTimeout(() => {
    void Promise.allSettled([
      import('../screens/alarm/AlarmOverlay'), import('../screens/incident/IncidentPage'), import('../screens/incident/Now'),
      import('../screens/incident/FirstStep'), import('../screens/incident/Timeline'), import('../screens/incident/RunbookPart'),
      import('../screens/incident/IncidentMenu'),
    ]);
  }, 200);
  return () => clearTimeout(timer);
}

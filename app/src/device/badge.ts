/** Puts the number of incidents that page the reader on the app's icon; none takes it away. Nothing where the system shows no number. */
export function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  // Refused in a tab of a browser that only badges installed apps.
  (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(() => undefined);
}

/**
 * Goes to a path of the app from outside React (a tapped notification): the router follows the history, and hears of a
 * change that it did not make itself through `popstate`.
 */
export function goTo(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', path);
  else window.history.replaceState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
}

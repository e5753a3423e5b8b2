/** What the backend answers itself, and what is the platform's own: never the app's shell. */
const notTheApp = /^\/(v1|v2|opsgenie|generic|status|command|__)(\/|$)/;

/** Whether a navigation to this path belongs to the app and may be answered from what is stored. */
export function isAppPath(pathname: string): boolean {
  return !notTheApp.test(pathname);
}

/** `value` where it is a path of this app, else null: a push must not be able to open anything else. */
export function ownPath(value: unknown): string | null {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : null;
}

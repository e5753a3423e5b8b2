import type { Notification } from '#domain/notification/notification';

/** Several quiet pages as one notification that counts and names them; a tap on it opens the list. */
export function digestOf(all: readonly [Notification, ...Notification[]]): Notification {
  const [first] = all;
  const subjects = all.map(({ title, body }) => `${title}: ${body.split('. ')[0] ?? ''}`);
  const named = subjects.slice(0, 3).join('; ');
  return {
    ...first, kind: 'notice', incidentId: null, title: `${all.length} incidents wait for you`, url: '/incidents',
    body: all.length > 3 ? `${named}; and ${all.length - 3} more.` : `${named}.`,
  };
}

/** What the worker says to the open app. */
export type ToApp =
  | { type: 'navigate'; url: string }
  | { type: 'acknowledge' | 'escalate'; incidentId: string; notificationId: string }
  | { type: 'seen'; notificationId: string };

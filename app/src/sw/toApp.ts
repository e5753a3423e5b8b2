/** What the worker says to the open app. */
export type ToApp =
  | { type: 'navigate'; url: string }
  | { type: 'acknowledge' | 'escalate'; incidentId: string; notificationId: string }
  /** `url`: where to go as well; null stays where the person is. */
  | { type: 'seen'; notificationId: string; url: string | null };

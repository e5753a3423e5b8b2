import { z } from 'zod';

/** What a native push carries beside its words: enough to open the right screen and to say that it was seen. */
export const PushedData = z.object({ token: z.string(), notificationId: z.string(), incidentId: z.string(), url: z.string().startsWith('/') });
export type PushedData = z.infer<typeof PushedData>;

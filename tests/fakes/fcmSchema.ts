import { z } from 'zod';

const words = z.record(z.string(), z.string());
/** A duration in seconds with up to nine fractional digits, ending in `s`. */
const Duration = z.string().regex(/^\d+(?:\.\d{1,9})?s$/);

const AndroidNotification = z.strictObject({
  title: z.string(), body: z.string(), tag: z.string(), channel_id: z.string(), default_sound: z.boolean(),
  visibility: z.enum(['PRIVATE', 'PUBLIC', 'SECRET']),
  notification_priority: z.enum(['PRIORITY_UNSPECIFIED', 'PRIORITY_MIN', 'PRIORITY_LOW', 'PRIORITY_DEFAULT', 'PRIORITY_HIGH', 'PRIORITY_MAX']),
}).partial();

const Aps = z.strictObject({
  alert: z.strictObject({ title: z.string(), body: z.string() }), sound: z.string().optional(), 'thread-id': z.string(),
  'interruption-level': z.enum(['passive', 'active', 'time-sensitive', 'critical']),
});

/** The body of FCM HTTP v1 `messages:send`, as far as Rouse uses it; a field that FCM does not know is refused, as FCM refuses it. */
export const FcmRequest = z.strictObject({
  validate_only: z.boolean().optional(),
  message: z.strictObject({
    token: z.string().min(1),
    data: words.optional(),
    notification: z.strictObject({ title: z.string(), body: z.string() }).partial().optional(),
    android: z.strictObject({
      collapse_key: z.string().max(64), priority: z.enum(['normal', 'high', 'NORMAL', 'HIGH']), ttl: Duration, data: words, notification: AndroidNotification,
    }).partial().optional(),
    webpush: z.strictObject({
      headers: z.strictObject({
        TTL: z.string().regex(/^\d+$/), Urgency: z.enum(['very-low', 'low', 'normal', 'high']),
        // RFC 8030, 5.4: at most 32 characters of the URL- and filename-safe base64 alphabet.
        Topic: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
      }).partial(),
      data: words.optional(),
    }).optional(),
    apns: z.strictObject({
      headers: z.strictObject({ 'apns-priority': z.enum(['1', '5', '10']), 'apns-collapse-id': z.string().max(64), 'apns-expiration': z.string().regex(/^\d+$/) }).partial(),
      payload: z.strictObject({ aps: Aps }),
    }).optional(),
  }),
});
export type FcmRequest = z.infer<typeof FcmRequest>;

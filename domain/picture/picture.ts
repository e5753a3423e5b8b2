import { z } from 'zod';
import { Instant } from '../time/instant';

/** Bytes of one picture at most. It is made small on the device; a Firestore document holds 1 MiB. */
export const mostPictureBytes = 400_000;

/** A picture as it is sent with a note: base64 without a prefix. */
export const PictureIn = z.strictObject({
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']), width: z.number().int().min(1).max(8000), height: z.number().int().min(1).max(8000),
  base64: z.base64().max(Math.ceil(mostPictureBytes / 3) * 4, 'is too large: 400 kB at most'),
  /** What is on it, for those who do not see it. */
  words: z.string().trim().max(300),
});
export type PictureIn = z.infer<typeof PictureIn>;

/** `incidents/{id}/pictures/{pictureId}`: a document of its own, so that the incident stays small. */
export const Picture = PictureIn.extend({ id: z.string(), by: z.string(), at: Instant });
export type Picture = z.infer<typeof Picture>;

const beginnings = { 'image/jpeg': ['/9j/'], 'image/png': ['iVBORw0KGgo'], 'image/webp': ['UklGR'] } as const;

/** Whether the bytes begin as those of such a picture do (the formats' own signatures, in base64): no SVG, no HTML under a picture's name. */
export function isSuchPicture({ type, base64 }: Pick<PictureIn, 'type' | 'base64'>): boolean {
  // RIFF is also a sound or a film: which it is stands in bytes 8 to 11 ("WEBP", of which the last three stand by themselves in base64).
  if (type === 'image/webp' && base64.slice(12, 16) !== 'RUJQ') return false;
  return beginnings[type].some((beginning) => base64.startsWith(beginning));
}

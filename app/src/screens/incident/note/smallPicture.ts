import type { PictureIn } from '#domain/picture/picture';
import { attemptsFor, mostBytes } from './pictureSize';

/** A picture ready to be sent, or the sentence that says why not. */
export type Made = { picture: PictureIn } | { problem: string };

/**
 * Makes a chosen or pasted picture small on this device. It is drawn anew, so where and when it was taken, and with what, stays behind.
 * WebP, or JPEG where the browser writes none (Safari).
 */
export async function smallPicture(file: Blob): Promise<Made> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return { problem: 'This browser cannot read that picture. Take a screenshot of it, or choose a JPEG or PNG.' };
  try {
    for (const { width, height, quality } of attemptsFor(bitmap)) {
      const blob = await encoded(bitmap, width, height, quality);
      if (blob === null) return { problem: 'This browser has no room to make the picture small. Close something and choose it again.' };
      const type = blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
      if (blob.size <= mostBytes) return { picture: { type, width, height, base64: await base64Of(blob), words: '' } };
    }
    return { problem: 'This picture stays larger than 400 kB however small it is made. Cut out the part that matters.' };
  } finally {
    bitmap.close();
  }
}

async function encoded(bitmap: ImageBitmap, width: number, height: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG has no transparency and would make it black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const as = (type: string) => new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, type, quality); });
  const webp = await as('image/webp');
  // A browser that cannot write WebP answers with a PNG, whatever the quality.
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '');
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
    reader.readAsDataURL(blob);
  });
}

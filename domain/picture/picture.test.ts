import { describe, expect, it } from 'vitest';
import { isSuchPicture, mostPictureBytes, PictureIn } from './picture';

const encode = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const text = (words: string) => btoa(words);
const samples = {
  'image/jpeg': encode([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/png': encode([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'image/webp': text('RIFF\u0024\u0000\u0000\u0000WEBPVP8 '),
} as const;
const types = PictureIn.shape.type.options;

describe('what calls itself a picture', () => {
  it.each(types)('is one where its bytes begin as those of %s', (type) => {
    expect(isSuchPicture({ type, base64: samples[type] })).toBe(true);
    for (const other of types.filter((each) => each !== type)) expect(isSuchPicture({ type: other, base64: samples[type] }), other).toBe(false);
  });

  it.each([['SVG', '<svg onload="alert(1)">'], ['HTML', '<!doctype html><script>'], ['a PDF', '%PDF-1.7'], ['a GIF', 'GIF89a'], ['nothing', '']])('%s is none under any name', (_what, body) => {
    for (const type of types) expect(isSuchPicture({ type, base64: text(body) }), type).toBe(false);
  });

  it('holds 400 kB at most, and nothing but base64', () => {
    const picture = { type: 'image/png', width: 1, height: 1, words: '' } as const;
    expect(PictureIn.safeParse({ ...picture, base64: 'A'.repeat((mostPictureBytes / 3) * 4 + 8 - (((mostPictureBytes / 3) * 4 + 8) % 4)) }).success).toBe(false);
    expect(PictureIn.safeParse({ ...picture, base64: 'data:image/png;base64,AAAA' }).success).toBe(false);
    expect(PictureIn.safeParse({ ...picture, base64: samples['image/png'] }).success).toBe(true);
    expect(PictureIn.safeParse({ ...picture, type: 'image/svg+xml', base64: 'AAAA' }).success).toBe(false);
  });
});

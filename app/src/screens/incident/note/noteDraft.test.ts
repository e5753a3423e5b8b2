import { describe, expect, it } from 'vitest';
import type { PictureIn } from '#domain/picture/picture';
import { decisionWish, noteWish } from './noteDraft';

const about = { incidentId: 'INC-K7Q2MD', zone: 'Europe/Berlin', now: Date.parse('2026-07-07T03:12:30+02:00') };
const picture: PictureIn = { type: 'image/webp', width: 10, height: 10, base64: 'UklGRg==', words: ' The graph ' };
const note = (text: string, happened: string | null = null, pictures: PictureIn[] = []) => noteWish({ text, happened }, pictures, about);

describe('a note', () => {
  it('is its words', () => expect(note(' Rolled back ')).toEqual({ wish: { type: 'addNote', incidentId: 'INC-K7Q2MD', text: 'Rolled back' } }));
  it('may be a picture alone', () => expect(note('', null, [picture])).toMatchObject({ wish: { text: '', pictures: [{ words: 'The graph' }] } }));
  it('is told of the past by the clocks of its writer', () => expect(note('x', '2026-07-07T02:40')).toMatchObject({ wish: { happenedAt: Date.parse('2026-07-07T00:40:00Z') } }));
  it('of this minute is of now', () => expect(note('x', '2026-07-07T03:12')).toEqual({ wish: { type: 'addNote', incidentId: 'INC-K7Q2MD', text: 'x' } }));
  it.each([['', null, 'text'], ['x', '2026-07-07T03:20', 'happened'], ['x', '', 'happened'], ['x'.repeat(20_001), null, 'text']] as const)('%# is not right yet', (text, happened, field) => {
    expect(note(text, happened)).toEqual({ problems: { [field]: expect.any(String) as string } });
  });
});

describe('a decision', () => {
  it('is its words', () => expect(decisionWish({ text: 'Roll back ', happened: null }, about)).toEqual({ wish: { type: 'addDecision', incidentId: 'INC-K7Q2MD', text: 'Roll back' } }));
  it('is short', () => expect(decisionWish({ text: 'x'.repeat(501), happened: null }, about)).toHaveProperty('problems.text'));
});

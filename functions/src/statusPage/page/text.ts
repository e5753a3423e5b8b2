import { utcWords } from '#domain/statusPage/words';
import type { Instant } from '#domain/time/instant';
import { escaped } from '../../pages/html';

/** Text as it was written, in paragraphs; nothing in it is markup. */
export const paragraphs = (text: string): string => text.trim().split(/(?:\r?\n){2,}/).map((part) => `<p>${escaped(part).replace(/\r?\n/g, '<br>')}</p>`).join('');

/** A moment, for people and for programs. */
export const timeTag = (at: Instant, words: string = utcWords(at)): string => `<time datetime=${new Date(at).toISOString().slice(0, 19)}Z>${words}</time>`;

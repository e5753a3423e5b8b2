import { describe, expect, it } from 'vitest';
import { isGsm, septets } from './gsm';
import { pageText, plainText, replyCodeOf, type SmsPage } from './text';

const page: SmsPage = { severity: 'SEV1', serviceName: 'Checkout', title: 'Checkout is answering 503', isPrivate: false, isDrill: false };
const how = '. Reply 472 to acknowledge, 472E to page the next person.';

describe('the words of a page', () => {
  it('name what is wrong and how to answer', () => {
    expect(pageText([page], 472)).toBe('SEV1 Checkout: answering 503. Reply 472 to acknowledge, 472E to page the next person.');
  });

  it('of several name the first and count the rest', () => {
    expect(pageText([page, page, page, page], 472)).toBe('4 incidents page you: SEV1 Checkout: answering 503; +3. Reply 472 to acknowledge all.');
  });

  it('name nothing on a phone that others see', () => {
    expect(pageText([{ ...page, isPrivate: true }], 472)).toBe(`SEV1 page${how}`);
  });

  it('of a drill say so first, also on a phone that others see', () => {
    const drill = { ...page, title: 'Payments fail', isDrill: true };
    expect(pageText([drill], 472)).toBe(`DRILL SEV1 Checkout: Payments fail${how}`);
    expect(pageText([{ ...drill, isPrivate: true }], 472)).toBe(`DRILL SEV1 page${how}`);
  });

  it('of several name what is real first', () => {
    expect(pageText([{ ...page, title: 'Payments fail', isDrill: true }, page], 472)).toBe('2 incidents page you: SEV1 Checkout: answering 503; +1. Reply 472 to acknowledge all.');
  });

  it('keep a title that does not repeat the service, without its full stop', () => {
    expect(pageText([{ ...page, title: 'Queue is full. ' }], 472)).toBe(`SEV1 Checkout: Queue is full${how}`);
  });

  it.each([['long', 'x'.repeat(2_000)], ['long and dear', '{}'.repeat(1_000)], ['in another script', 'Очередь '.repeat(100)]])('always end with how to answer: %s', (_what, title) => {
    const text = pageText([{ ...page, title }], 472);
    expect(text.endsWith(`...${how}`)).toBe(true);
    if (isGsm(text)) expect(septets(text)).toBeGreaterThan(300);
    expect(isGsm(text) ? septets(text) <= 306 : text.length <= 201).toBe(true);
  });
});

describe('characters', () => {
  it.each([
    ['“curly” – ‘quotes’…', '"curly" - \'quotes\'...'],
    ['CPU ≥ 95 % → page', 'CPU >= 95 % -> page'],
    ['🔥 disk\tfull\n\n🔥', 'disk full'],
    ['Łódź ç ã', 'Lódz c a'],
    ['Größe über 5 € [db]', 'Größe über 5 € [db]'],
  ])('that would cost twice are written plainly: %s', (words, plain) => {
    const text = plainText(words);
    expect(text.replaceAll('ó', 'o')).toBe(plain.replaceAll('ó', 'o'));
    expect(isGsm(text)).toBe(true);
  });

  it('of another script stay, for they are the words', () => {
    expect(plainText('Очередь “полна” 🔥')).toBe('Очередь "полна"');
  });

  it('are counted as they are sent', () => {
    expect(septets('a€[')).toBe(5);
    expect(isGsm('ÄÖÜäöüßñ@_~|')).toBe(true);
    expect(isGsm('ç')).toBe(false);
  });
});

describe('a reply code', () => {
  it('has three digits, is the same every time, and differs', () => {
    const codes = Array.from({ length: 500 }, (_, index) => replyCodeOf(`notification-${index}`));
    expect(codes.every((code) => Number.isInteger(code) && code >= 100 && code <= 999)).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(300);
    expect(replyCodeOf('notification-1')).toBe(codes[1]);
  });
});

import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { asked, countedIn, mayAsk, type Subscriber, SubscriberEmail } from './subscriber';
import { triedAgainAt } from './statusMail';

const pending = (askedAt: number[]): Subscriber => ({ ...asked(undefined, 'pat@example.com', noon), askedAt });

describe('a confirmation', () => {
  it.each([
    ['who is not known', undefined, true], ['who was asked an hour ago', pending([noon - HOUR]), true], ['who was asked just now', pending([noon - MINUTE]), false],
    ['who was asked three times today', pending([noon - 20 * HOUR, noon - 10 * HOUR, noon - HOUR]), false], ['who was asked three times, long ago', pending([noon - 3 * DAY, noon - 2 * DAY, noon - DAY]), true],
    ['who has confirmed', { ...pending([]), state: 'confirmed' as const }, false],
  ])('is mailed to somebody %s: %#', (_, known, may) => { expect(mayAsk(known, noon)).toBe(may); });

  it('is mailed 200 times an hour at most, whoever asks', () => {
    let counted = countedIn(undefined, noon);
    for (let more = 1; more < 200; more += 1) counted = countedIn(counted ?? undefined, noon + more);
    expect(counted?.count).toBe(200);
    expect(countedIn(counted ?? undefined, noon + HOUR - 1)).toBeNull();
    expect(countedIn(counted ?? undefined, noon + HOUR)).toEqual({ sinceAt: noon + HOUR, count: 1 });
  });
});

it('an address is one, however it is written', () => {
  expect(SubscriberEmail.parse(' Pat@Example.COM ')).toBe('pat@example.com');
  for (const none of ['', 'pat', 'pat@', 'a@b.example, c@d.example', 'pat@example.com\r\nBcc: x@example.com', `${'x'.repeat(260)}@example.com`]) expect(SubscriberEmail.safeParse(none).success, none).toBe(false);
});

it('a mail that is not taken is tried again, later each time, and not for ever', () => {
  expect([1, 2, 3, 11].map((attempts) => triedAgainAt(attempts, 0))).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, HOUR]);
  expect(triedAgainAt(12, 0)).toBeNull();
});

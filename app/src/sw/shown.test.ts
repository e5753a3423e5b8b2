import { describe, expect, it } from 'vitest';
import { ringing } from './options';
import type { PushedPage } from './payload';
import { readShown, shownNotificationId } from './shown';
import { answerWords } from './words';

const page: PushedPage = {
  kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: 'INC-K7Q2MD', tag: 'INC-K7Q2MD', title: 'SEV1 Checkout',
  body: 'Answering 503.', url: '/incidents/INC-K7Q2MD', sentAt: 1_700_000_000_000, loud: true,
};
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what a shown notification carries', () => {
  it('comes back from the notification as it went in', () => {
    const pushed = readShown(overTheWire({ via: 'push', page }));
    expect(pushed).toEqual({ via: 'push', page });
    const heard = { via: 'listener', kind: 'page', notificationId: 'n1', incidentId: 'INC-K7Q2MD', url: '/incidents/INC-K7Q2MD' };
    expect(readShown(overTheWire(heard))).toEqual(heard);
    expect(pushed && shownNotificationId(pushed)).toBe('n1');
  });

  it('is nothing when somebody else wrote it', () => {
    for (const data of [null, 'x', {}, { via: 'push' }, { via: 'listener', kind: 'page', notificationId: 'n1', url: 'https://example.com' }]) {
      expect(readShown(data)).toBeNull();
    }
  });
});

describe('how it rings', () => {
  it('a page stays, rings over an older one and can be answered on the lock screen', () => {
    const options = ringing('page', page.tag, page.body, page.sentAt, { via: 'push', page }, true);
    expect(options).toMatchObject({ tag: 'INC-K7Q2MD', renotify: true, requireInteraction: true, silent: false });
    expect(options.actions?.map(({ action }) => action)).toEqual(['acknowledge', 'escalate']);
  });
  it('does not ring twice for one page', () => {
    const options = ringing('page', page.tag, page.body, page.sentAt, { via: 'push', page }, false);
    // A browser refuses `vibrate` beside `silent`: the page would not be shown at all.
    expect(options).toMatchObject({ renotify: false, silent: true, requireInteraction: true });
    expect(options.vibrate).toBeUndefined();
  });
  it('a notice is quiet and asks for nothing; one that must be heard is heard', () => {
    const notice = (loud: boolean) => ringing('notice', page.tag, page.body, page.sentAt, { via: 'push', page }, loud);
    expect(notice(false)).toMatchObject({ renotify: false, requireInteraction: false, silent: true, actions: [] });
    expect(notice(true)).toMatchObject({ renotify: true, requireInteraction: false, silent: false, actions: [] });
  });
});

it('an answer without a sentence gets one, in the reader\'s own time', () => {
  expect(answerWords('acknowledge', Date.UTC(2024, 0, 1, 2, 12), 'Europe/Berlin')).toBe('Acknowledged by you at 03:12. Nobody else will be paged.');
});

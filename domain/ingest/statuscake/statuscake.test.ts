import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { statuscake } from './statuscake';

const fields = (more: object = {}) => ({ Token: 'b0b', Status: 'Down', StatusCode: '503', URL: 'https://shop.test/', IP: '192.0.2.1', Tags: 'team:web,eu', Name: 'Shop', Checkrate: '300', TestID: '77', Method: 'Website', ...more });
function one(body: unknown) {
  const parsed = statuscake.parse(body, sampleHints);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.alerts).toHaveLength(1);
  return parsed.alerts[0];
}

describe('a test that is down', () => {
  it('becomes an alert without a severity, and its token stays unread', () => {
    expect(one(fields())).toEqual({
      dedupKey: '77', groupKey: null, status: 'firing', title: 'Shop is down', description: 'Answered with status code 503.', severityWord: null, name: null, service: null,
      startedAt: null, endedAt: null, links: [{ href: 'https://shop.test/', text: 'Website' }],
      labels: { team: 'web', tags: 'team:web, eu', test: 'Shop', ip: '192.0.2.1', status_code: '503', check_rate: '300', method: 'Website' },
    });
    expect(JSON.stringify(statuscake.parse(fields({ Token: 's3cret' }), sampleHints))).not.toContain('s3cret');
  });

  it.each([['Up', 'resolved'], ['UP', 'resolved'], ['up', 'resolved'], ['DOWN', 'firing'], ['down', 'firing']])('%s is %s, under the same key', (Status, status) => {
    expect(one(fields({ Status }))).toMatchObject({ status, dedupKey: '77' });
  });

  it.each([
    [{ TestID: undefined }, 'Shop https://shop.test/'], [{ TestID: '' }, 'Shop https://shop.test/'], [{ TestID: undefined, Name: undefined }, 'https://shop.test/'],
    [{ TestID: undefined, URL: undefined }, 'Shop'], [{ TestID: 77 }, '77'], [{ TestID: undefined, testid: '78' }, '78'],
  ])('with %j has the key %s', (more, key) => {
    expect(one(fields(more))?.dedupKey).toBe(key);
    expect(one(fields({ ...more, Status: 'Up', StatusCode: '200' }))?.dedupKey).toBe(key);
  });

  it('that timed out says so', () => {
    expect(one(fields({ StatusCode: '0' }))?.description).toBe('No answer in time.');
    expect(one({ name: 'Shop', status: 'Down' })).toMatchObject({ title: 'Shop is down', description: '' });
  });
});

it.each([
  [null, '(body)'], ['text', '(body)'], [[], '(body)'], [{}, 'Status'], [{ Status: 'Down' }, 'Name'], [{ Name: 'Shop' }, 'Status'], [{ Name: '|NAME|', Status: {} }, 'Status'],
])('%j is refused by the name of what is wrong', (body, path) => {
  const parsed = statuscake.parse(body, sampleHints);
  expect(parsed).toMatchObject({ ok: false });
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(path);
});

import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { lastInstant } from '../text';
import { generic } from './generic';

function one(given: unknown): ParsedAlert {
  const result = generic.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const [alert] = result.alerts;
  return ParsedAlert.parse(alert);
}
const issues = (given: unknown) => {
  const result = generic.parse(given, sampleHints);
  return result.ok ? [] : result.issues;
};

describe('an alert', () => {
  it('may be a title alone', () => {
    expect(one({ title: 'Backup failed' })).toEqual({
      dedupKey: 'Backup failed', groupKey: null, status: 'firing', title: 'Backup failed', description: '', severityWord: null, name: null,
      service: null, startedAt: null, endedAt: null, links: [], labels: {},
    });
  });

  it('may say everything', () => {
    expect(one({
      title: 'Backup failed', status: 'resolved', dedupKey: 'backup', groupKey: 'nightly', severity: 'P3', description: 'Exit code 1', service: 'backup',
      links: [{ href: 'https://ci.test/4711', text: 'Log' }], labels: { alertname: 'Backup', exit: 1, retried: false }, startedAt: '2026-11-21T03:12:00+01:00',
    })).toEqual({
      dedupKey: 'backup', groupKey: 'nightly', status: 'resolved', title: 'Backup failed', description: 'Exit code 1', severityWord: 'P3', name: 'Backup',
      service: 'backup', startedAt: Date.UTC(2026, 10, 21, 2, 12), endedAt: null, links: [{ href: 'https://ci.test/4711', text: 'Log' }],
      labels: { alertname: 'Backup', exit: '1', retried: 'false' },
    });
  });

  it('may say null for what it does not know', () => {
    const nothing = { status: null, dedupKey: null, groupKey: null, severity: null, description: null, service: null, links: null, labels: null, startedAt: null };
    expect(one({ title: 'Backup failed', ...nothing })).toEqual(one({ title: 'Backup failed' }));
  });

  it('without a key is found again by its title, however long that is', () => {
    expect(one({ title: ' Backup failed ' }).dedupKey).toBe(one({ title: 'Backup failed', status: 'resolved' }).dedupKey);
    const long = 'x'.repeat(5000);
    expect(one({ title: `${long}1` }).dedupKey).not.toBe(one({ title: `${long}2` }).dedupKey);
  });

  it('may name ms since epoch', () => {
    expect(one({ title: 'x', startedAt: 1_795_230_720_000 }).startedAt).toBe(1_795_230_720_000);
  });

  it('of any size is cut to what a screen can show', () => {
    const huge = 'x'.repeat(100_000);
    const cut = one({ title: huge, description: huge, labels: { alertname: huge, [huge]: huge } });
    expect([cut.title.length, cut.description.length, cut.name?.length]).toEqual([300, 4000, 300]);
    expect(Object.entries(cut.labels).every(([key, value]) => key.length <= 128 && value.length <= 512)).toBe(true);
  });

  it('links nothing but http', () => {
    const hrefs = ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\nscript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//x.test', 'x', ''];
    expect(one({ title: 'x', links: [...hrefs, 'https://ok.test/'].map((href) => ({ href })) }).links).toEqual([{ href: 'https://ok.test/', text: 'https://ok.test/' }]);
  });

  it('a link without words is its address', () => {
    expect(one({ title: 'x', links: [{ href: 'https://ok.test/', text: '' }] }).links).toEqual([{ href: 'https://ok.test/', text: 'https://ok.test/' }]);
  });

  it('fields that nobody knows are let through', () => {
    expect(one({ title: 'x', surprise: { deep: [1] } }).title).toBe('x');
  });
});

describe('a body of another shape', () => {
  it.each([
    { given: null, path: '(body)', message: /expected object/ }, { given: 7, path: '(body)', message: /expected object/ },
    { given: {}, path: 'title', message: /^is needed: a sentence that says what is wrong$/ },
    { given: { title: 5 }, path: 'title', message: /^is needed/ }, { given: { title: '  ' }, path: 'title', message: /^must not be empty$/ },
    { given: { title: 'x', status: 'exploded' }, path: 'status', message: /^must be firing, acknowledged or resolved$/ },
    { given: { title: 'x', status: 1 }, path: 'status', message: /firing/ },
    { given: { title: 'x', dedupKey: '' }, path: 'dedupKey', message: /^must not be empty$/ },
    { given: { title: 'x', dedupKey: 'x'.repeat(513) }, path: 'dedupKey', message: /512/ },
    { given: { title: 'x', labels: { a: { b: 1 } } }, path: 'labels.a', message: /^must be text, a number, true or false$/ },
    { given: { title: 'x', links: 'https://x.test' }, path: 'links', message: /array/ },
    { given: { title: 'x', links: [{ text: 'Log' }] }, path: 'links.0.href', message: /string/ },
    { given: { title: 'x', startedAt: 'yesterday' }, path: 'startedAt', message: /^must be a date such as/ },
    { given: { title: 'x', startedAt: 1_795_230_720_000_000 }, path: 'startedAt', message: /or ms since epoch$/ },
    { given: { title: 'x', startedAt: -1 }, path: 'startedAt', message: /or ms since epoch$/ },
    { given: { title: 'x', startedAt: lastInstant + 1 }, path: 'startedAt', message: /or ms since epoch$/ },
  ])('is refused by the name of what is wrong: $path ($message)', ({ given, path, message }) => {
    expect(issues(given)).toMatchObject([{ path, message: expect.stringMatching(message) as unknown }]);
  });

  it('names everything that is wrong at once', () => {
    expect(issues({ status: 'exploded', links: 1 }).map(({ path }) => path)).toEqual(['title', 'status', 'links']);
  });
});

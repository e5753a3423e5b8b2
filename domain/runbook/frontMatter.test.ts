import { describe, expect, it } from 'vitest';
import { readRunbook } from './frontMatter';
import { resolved } from './resolved';
import { AboutRunbook } from './runbook';

const withFields = (...fields: string[]) => `---\n${fields.join('\n')}\n---\n# Heading\n\n1. Look\n`;
const problemsOf = (...fields: string[]) => readRunbook(withFields(...fields)).problems;

describe('a front matter', () => {
  it('says what a runbook is for, and leaves the Markdown below it', () => {
    const { about, body, problems } = readRunbook(withFields(
      'title: Checkout is failing', 'services: [checkout]', 'labels: { alertname: CheckoutDown, region: eu-* }', 'symptoms: [503 from the front, orders fall to zero]',
      'diagnosis: The pool is empty.', 'resolution: Restart.', 'contacts:', '  - { severities: [SEV1], name: Database owner, how: "+49 30 1234" }',
      'actions:', '  - { name: diagnose, title: Collect diagnostics, webhook: Runner }',
    ));
    expect(problems).toEqual([]);
    expect(body).toBe('# Heading\n\n1. Look\n');
    expect(about).toEqual({
      title: 'Checkout is failing', services: ['checkout'], labels: { alertname: 'CheckoutDown', region: 'eu-*' }, symptoms: ['503 from the front', 'orders fall to zero'],
      diagnosis: 'The pool is empty.', resolution: 'Restart.', contacts: [{ severities: ['SEV1'], name: 'Database owner', how: '+49 30 1234' }],
      actions: [{ name: 'diagnose', title: 'Collect diagnostics', destinationId: 'Runner' }],
    });
    expect(AboutRunbook.safeParse(about).success).toBe(true);
  });

  it('takes one text for a list of one, digits for a text, and nothing for nothing', () => {
    const { about, problems } = readRunbook(withFields('title: 503', 'services: checkout', 'symptoms:', 'labels: { code: 503, up: false }', 'contacts: { severities: sev1, name: Ana }'));
    expect(problems).toEqual([]);
    expect(about).toMatchObject({ title: '503', services: ['checkout'], symptoms: [], labels: { code: '503', up: 'false' }, contacts: [{ severities: ['SEV1'], name: 'Ana', how: '' }] });
  });

  it.each([
    [['labels: [a]'], 'labels', /alertname: CheckoutDown/], [['contacts:', '  - { severities: [SEV9], name: Ana }'], 'contacts.0.severities.0', /SEV1, SEV2/],
    [['contacts:', '  - { severities: [SEV1] }'], 'contacts.0.name', /is needed/], [['contacts: Ana'], 'contacts.0', /a name/],
    [['actions:', '  - { name: Run it, webhook: x }'], 'actions.0.name', /small letters/], [['actions:', '  - { name: run }'], 'actions.0.webhook', /is needed/],
    [['actions:', '  - { name: run, webhook: x, url: y }'], 'actions.0', /no field url/], [['actions:', '  - { name: run, webhook: x }', '  - { name: run, webhook: y }'], 'actions', /twice/],
    [['labels: { __name__: up }'], 'labels', /__/],
    [[`title: ${'x'.repeat(121)}`], 'title', /120/], [['symptoms: { a: b }'], 'symptoms.0', /text/],
    [['title: a: b'], 'frontMatter', /line 2.*quotes/], [['title: a', 'title: b'], 'frontMatter', /line 3.*twice/], [['region: *-eu'], 'frontMatter', /not in quotes/],
    [['title: !!js/function x'], 'frontMatter', /tag/], [['just words'], 'frontMatter', /no fields/],
    [['title: [['], 'frontMatter', /not YAML/], [[`title: ${'['.repeat(10_000)}`], 'frontMatter', /./], [[`title: "${'x'.repeat(20_000)}"`], 'frontMatter', /20,000/],
    [['a: &a [x]', `b: &b [${'*a,'.repeat(9)}*a]`, `c: [${'*b,'.repeat(9)}*b]`], 'frontMatter', /not in quotes/],
  ])('that is wrong is refused by field, with what to do: %j', (fields, path, message) => {
    const [problem, ...others] = problemsOf(...fields);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path, refuses: true });
    expect(problem?.message).toMatch(message);
  });

  it('that is wrong in one field still says the others', () => {
    expect(readRunbook(withFields('title: Good', 'services: 7', 'labels: none')).about).toMatchObject({ title: 'Good', services: ['7'], labels: {} });
  });

  it('names a field that Rouse does not know without refusing it', () => {
    expect(problemsOf('title: Good', 'sympotms: [x]', 'date: 2026-01-01')).toMatchObject([{ path: 'sympotms', refuses: false, message: /symptoms/ }, { path: 'date', refuses: false }].map(({ message, ...rest }) => (message === undefined ? rest : { ...rest, message: expect.stringMatching(message) as string })));
  });

  it('keeps no control characters, and names on one line', () => {
    expect(readRunbook(withFields('title: "a\\n b\\u0007"', 'diagnosis: "x\\u001b[2J\\ny\\ud800"')).about).toMatchObject({ title: 'a b', diagnosis: 'x[2J\ny' });
  });

  it('can not reach a prototype', () => {
    readRunbook(withFields('__proto__: { polluted: yes }', 'labels: { __proto__: x }', 'constructor: { prototype: { polluted: yes } }'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a runbook without front matter', () => {
  it.each([
    ['# Check *the* [pool](x)\n\nWords.', null, 'Check the pool'], ['Words.\n\n```sh\n# not a heading\n```\n', 'from-the-file', 'from-the-file'], ['---\n\n# After a line\n', null, 'After a line'],
    ['\uFEFF\r\n---\r\ntitle: Windows\r\n---\r\n1. Look\r\n', null, 'Windows'],
  ])('has the title of its first heading, else the fallback: %j', (source, fallback, title) => {
    const { about, problems } = readRunbook(source, fallback);
    expect({ title: about.title, problems }).toEqual({ title, problems: [] });
  });

  it('without any title is asked for one', () => expect(readRunbook('Words.\n')).toMatchObject({ about: { title: 'Untitled runbook' }, problems: [{ path: 'title', refuses: true }] }));

  it('that forgot to end its front matter is told so', () => expect(readRunbook('---\ntitle: x\n\n1. Look\n').problems).toMatchObject([{ path: 'frontMatter', refuses: true }]));
});

describe('what a front matter calls by name', () => {
  const known = {
    services: [{ id: 's1', name: 'Checkout' }, { id: 's2', name: 'Twin' }, { id: 's3', name: 'twin' }],
    destinations: [{ id: 'd1', name: 'Runner', kind: 'webhook' as const }, { id: 'd2', name: 'Ops', kind: 'slack' as const }],
  };
  const about = (...fields: string[]) => resolved(readRunbook(withFields('title: T', ...fields)).about, known);

  it('is found by id or by name', () => {
    expect(about('services: [checkout, s1, s2]', 'actions: [{ name: a, webhook: d1 }, { name: b, webhook: runner }]')).toMatchObject({ about: { services: ['s1', 's2'], actions: [{ destinationId: 'd1' }, { destinationId: 'd1' }] }, problems: [] });
  });

  it.each([
    ['services: [s1, nothing]', 'services.1', /no service nothing.*Checkout/], ['services: [TWIN]', 'services.0', /several/], ['actions: { name: a, webhook: nothing }', 'actions.0.webhook', /Webhooks: Runner\./],
    ['actions: { name: a, webhook: Ops }', 'actions.0.webhook', /chat channel/],
  ])('is refused where it can not be told: %s', (field, path, message) => {
    const [problem] = about(field).problems;
    expect(problem).toMatchObject({ path, refuses: true });
    expect(problem?.message).toMatch(message);
  });
});

import { describe, expect, it } from 'vitest';
import { digestMail, pageMail } from './pageMail';

const page = {
  to: 'priya@rouse.test', notificationId: 'a'.repeat(32), incidentId: 'INC-K7Q2MD', token: `${'a'.repeat(32)}.${'B'.repeat(32)}`, publicUrl: 'https://rouse.example',
  severity: 'SEV1', serviceName: 'Checkout', title: 'Checkout is answering 503', why: 'You are primary.', next: 'Sam is paged in 2 min.', isPrivate: false,
} as const;

describe('the mail of a page', () => {
  it('says what is wrong, why me, what happens next, and where to act', () => {
    const mail = pageMail(page);
    expect(mail.subject).toBe('SEV1 Checkout: Checkout is answering 503');
    for (const words of ['You are primary.', 'Sam is paged in 2 min.', 'Nothing happens before you confirm.']) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    const links = [`https://rouse.example/v1/ack/${page.token}`, `https://rouse.example/v1/escalate/${page.token}`, 'https://rouse.example/incidents/INC-K7Q2MD'];
    expect([...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(links);
    expect([...mail.text.matchAll(/https:\S+/g)].map(([href]) => href)).toEqual(links);
  });

  it('stays in one thread with the incident\'s others, and is the same mail at every try', () => {
    const [first, second] = [pageMail(page), pageMail({ ...page, notificationId: 'b'.repeat(32) })];
    expect(first.references).toEqual(['<inc-k7q2md@rouse.example>']);
    expect(second.references).toEqual(first.references);
    expect(second.messageId).not.toBe(first.messageId);
    expect(pageMail(page).messageId).toBe(`<${page.notificationId}@rouse.example>`);
  });

  it('names nothing where others may read along', () => {
    const { subject, text, html } = pageMail({ ...page, isPrivate: true });
    expect(subject).toBe('SEV1 page');
    expect(`${text}${html}`).not.toMatch(/Checkout|503/);
  });

  it('of a drill says so first, also where others may read along', () => {
    const drill = { ...page, title: 'Payments fail', isDrill: true };
    expect(pageMail(drill)).toMatchObject({ subject: 'DRILL SEV1 Checkout: Payments fail', text: expect.stringMatching(/^DRILL SEV1/) as string });
    expect(pageMail({ ...drill, isPrivate: true }).subject).toBe('DRILL SEV1 page');
    for (const isPrivate of [false, true]) expect(pageMail({ ...drill, isPrivate }).html).toContain('>DRILL SEV1');
  });

  it('shows the words of an alert, never runs them', () => {
    const { subject, html } = pageMail({ ...page, title: '<img src=x onerror=alert(1)>\r\nBcc: x', serviceName: '"><script>', why: '<b>why</b>' });
    expect(html).not.toMatch(/<img|<script|<b>/);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it('has no table, and leaves the ground to the reader\'s own colours', () => {
    const { html } = pageMail(page);
    expect(html).not.toMatch(/<table|background:#(?:fff|000)/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });
});

describe('a digest', () => {
  const items = [
    { incidentId: 'INC-AAAAAA', subject: 'SEV4 Search: slow', line: 'Resolved by itself.', when: '03:12' },
    { incidentId: null, subject: 'This phone <b> can\'t ring', line: 'Open Rouse.', when: '04:00' },
  ];

  it('names the first and counts the rest, each with its link', () => {
    const mail = digestMail({ to: 'p@rouse.test', digestId: 'd1', publicUrl: 'https://rouse.example', items });
    expect(mail.subject).toBe('SEV4 Search: slow and 1 more');
    expect(mail.text).toBe('03:12  SEV4 Search: slow\nResolved by itself.\nhttps://rouse.example/incidents/INC-AAAAAA\n\n04:00  This phone <b> can\'t ring\nOpen Rouse.\nhttps://rouse.example/');
    expect(mail.html).toContain('This phone &lt;b&gt; can&#39;t ring');
    expect(mail.messageId).toBe('<d1@rouse.example>');
  });

  it('of one is about that one', () => {
    expect(digestMail({ to: 'p@rouse.test', digestId: 'd1', publicUrl: 'https://rouse.example', items: items.slice(0, 1) }).subject).toBe('SEV4 Search: slow');
  });
});

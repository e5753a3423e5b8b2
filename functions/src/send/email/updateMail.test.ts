import { describe, expect, it } from 'vitest';
import { type MailedUpdate, updateMail } from './updateMail';

const update: MailedUpdate = { incidentId: 'INC-K7Q2MD', severity: 'SEV1', serviceName: 'Checkout', phase: 'identified', text: 'We know the cause.\n\nA fix <b>follows</b> & holds.', isPrivate: false };
const given = { to: 'stella@rouse.test', notificationId: 'a'.repeat(32), publicUrl: 'https://rouse.example' };

describe('the mail of an update', () => {
  const mail = updateMail({ ...given, updates: [update] });

  it('says what was written, where the incident is, and how to end it', () => {
    expect(mail).toMatchObject({ subject: 'Update: SEV1 Checkout — Identified', unsubscribe: 'https://rouse.example/subscriptions', references: ['<inc-k7q2md@rouse.example>'] });
    expect(mail.text).toBe('We know the cause.\n\nA fix <b>follows</b> & holds.\n\nOpen the incident: https://rouse.example/incidents/INC-K7Q2MD\n\n'
      + 'You get this because you follow it in Rouse. Change or end it: https://rouse.example/subscriptions');
    expect(mail.html).toContain('We know the cause.<br>\n<br>\nA fix &lt;b&gt;follows&lt;/b&gt; &amp; holds.');
  });

  it('acts on nothing: its links are the incident and what is followed', () => {
    const links = ['https://rouse.example/incidents/INC-K7Q2MD', 'https://rouse.example/subscriptions'];
    expect([...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(links);
    expect(mail.text).not.toMatch(/\/v1\//);
  });

  it('names nothing where others may read along', () => {
    const { subject, text, html } = updateMail({ ...given, updates: [{ ...update, isPrivate: true }] });
    expect(subject).toBe('Update: SEV1');
    expect(`${text}${html}`).not.toMatch(/Checkout|the cause|Identified/);
  });

  it('of several that waited tells each in turn', () => {
    const both = updateMail({ ...given, updates: [update, { ...update, phase: 'resolved', text: 'It is over.' }] });
    expect(both.subject).toBe('Update: SEV1 Checkout — Identified, and 1 more');
    expect(both.text.indexOf('SEV1 Checkout — Identified')).toBeLessThan(both.text.indexOf('SEV1 Checkout — Resolved'));
    expect(both.text).toContain('It is over.');
  });

  it('shows the words of strangers, never runs them', () => {
    const { subject, html } = updateMail({ ...given, updates: [{ ...update, serviceName: '"><script>\r\nBcc: x', text: '<img src=x onerror=alert(1)>' }] });
    expect(html).not.toMatch(/<img|<script/);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

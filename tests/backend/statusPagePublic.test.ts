import { Query } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '#domain/time/instant';
import { smtpPort } from '../../scripts/testing/borders';
import { sha256 } from '../../functions/src/identity/identity';
import { toStored } from '../../functions/src/store/instants';
import { FakeSmtp } from '../fakes/smtp';
import { oneProcess } from '../oneProcess';
import { origin, trigger, unique, until } from '../rouse';
import { isDrafted, place, posted, published, seen, sent, words } from '../statusPage';
import { at, db } from '../store';

const smtp = new FakeSmtp();
beforeAll(() => smtp.start(smtpPort));
afterAll(async () => {
  await smtp.stop();
  expect(smtp.faults).toEqual([]);
});

describe('nothing private', () => {
  it('is on anything that is public: every page, the feed, and what the store answers to strangers', async () => {
    const { key, serviceId, componentId } = await place();
    await at.service(serviceId).update({ name: 'canary-service', description: 'canary-about' });
    const incidentId = await trigger(key, { severity: 'critical', title: 'canary-title', description: 'canary-description', labels: { host: 'canary-host', pod: 'canary-pod' }, links: [{ href: 'https://canary-link.example/', text: 'canary-link' }] });
    await sent('acknowledge', { incidentId });
    await sent('addNote', { incidentId, text: 'canary-note' });
    await sent('setImpact', { incidentId, answers: { affected: 'many', money: 'some' }, people: 7, note: 'canary-impact' });
    await sent('renameIncident', { incidentId, title: 'canary-renamed' });
    await sent('draftNotice', { incidentId });
    const { savedId: noticeId = '' } = await sent('publishNotice', words({ incidentId, title: 'What may be known', components: [{ componentId, state: 'degraded' }], text: 'Plain words.' }));
    await sent('setMilestone', { incidentId, milestone: 'rootCauseIdentified' });
    await until(at.notice(noticeId), isDrafted(null));

    const found = new Map<string, string>();
    const waiting = ['/status', '/status/history', '/status/feed.atom', `/status/notices/${noticeId}`];
    for (let path = waiting.pop(); path !== undefined && found.size < 120; path = waiting.pop()) {
      if (found.has(path)) continue;
      const { text, headers } = await seen(path);
      found.set(path, `${text}${JSON.stringify([...headers])}`);
      waiting.push(...[...text.matchAll(/href="?(?:http:\/\/127\.0\.0\.1:5050)?(\/status[^"\s>]*)/g)].flatMap(([, link]) => link ?? []));
    }
    expect(found.size).toBeGreaterThan(5);
    const stored = await db().collection('publicStatus').get();
    for (const one of stored.docs) found.set(one.ref.path, JSON.stringify(one.data()));
    // Sign-up is open: a token of somebody without a role reads no more than none.
    const signUp = await fetch('http://127.0.0.1:9099/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: `${unique()}@example.com`, password: 'stranger', returnSecureToken: true }) });
    const { idToken } = (await signUp.json()) as { idToken: string }; // What the emulator answers.
    const strangers: Record<string, string>[] = [{}, { authorization: `Bearer ${idToken}` }];
    for (const path of ['publicStatus', 'publicStatus/page', 'notices', `notices/${noticeId}`, 'statusComponents', 'incidents', `incidents/${incidentId}`, 'statusSubscribers', 'statusMails', 'settings/statusPage']) {
      for (const headers of strangers) {
        const response = await fetch(`http://127.0.0.1:8080/v1/projects/demo-rouse/databases/(default)/documents/${path}`, { headers });
        expect([path, response.status]).toEqual([path, 403]);
        found.set(`${path} ${JSON.stringify(headers)}`, await response.text());
      }
    }
    for (const [where, text] of found) {
      expect(/canary/i.exec(text)?.[0], where).toBeUndefined();
      for (const secret of [incidentId, serviceId, 'Priya', 'primary@rouse.test']) expect(text.includes(secret), `${where} holds ${secret}`).toBe(false);
    }
    expect(found.get('/status')).toContain('What may be known');
  });

  it('is read for a page: it is right while everything private is down', async () => {
    const { title, noticeId, update } = await published();
    await update('identified', 'We know why.', 1);
    const server = await oneProcess();
    const asked: string[] = [];
    const store = db();
    const getAll = store.getAll.bind(store);
    // A document's own `get` asks by this too.
    const reading = vi.spyOn(store, 'getAll').mockImplementation((...refs) => {
      for (const ref of refs) {
        const path = 'path' in ref ? ref.path : '';
        asked.push(path);
        if (!path.startsWith('publicStatus/')) throw new Error(`${path} is private, and down`);
      }
      return getAll(...refs);
    });
    const down = (): never => { throw new Error('the private side is down'); };
    const others = [vi.spyOn(Query.prototype, 'get').mockImplementation(down), vi.spyOn(store, 'runTransaction').mockImplementation(down)];
    try {
      for (const path of ['/status', '/status/history', `/status/notices/${noticeId}`, '/status/feed.atom']) {
        const response = await fetch(server.origin + path);
        expect([path, response.status]).toEqual([path, 200]);
        if (path !== '/status/history') expect(await response.text()).toContain(title);
      }
    } finally {
      for (const spy of [reading, ...others]) spy.mockRestore();
      await server.close();
    }
    expect(asked.length).toBeGreaterThan(4);
  });
});

describe('a subscription', () => {
  const linkIn = (text: string | undefined, door: string) => new RegExp(`/status/${door}/[^\\s]+`).exec(text ?? '')?.[0] ?? expect.fail(`no link to ${door}`);

  it('is confirmed by its owner, told the next update, and ended by one link', { timeout: 90_000 }, async () => {
    const email = `${unique()}@example.com`;
    const asked = await posted('/status/subscribe', { email: ` ${email.toUpperCase()} ` });
    expect(asked.status).toBe(200);
    // Nothing of it is told to somebody who asks again, and no second mail goes out.
    expect((await posted('/status/subscribe', { email })).text).toBe(asked.text);
    const first = await smtp.next(({ to }) => to.includes(email), 30_000);
    expect(first.mail.subject).toMatch(/^Confirm/);
    const confirm = linkIn(first.mail.text, 'confirm');
    const stored = JSON.stringify((await at.statusSubscriber(sha256(email)).get()).data());
    expect(stored).not.toContain(confirm.split('.').pop());
    const button = await seen(confirm);
    expect([button.status, button.text.includes('<form method="post">'), button.headers.get('cache-control')]).toEqual([200, true, 'no-store']);
    expect((await at.statusSubscriber(sha256(email)).get()).get('state')).toBe('pending');
    expect((await posted(confirm)).status).toBe(200);
    expect((await posted(confirm)).status).toBe(200);
    expect((await at.statusSubscriber(sha256(email)).get()).get('state')).toBe('confirmed');
    expect((await posted(`/status/confirm/${sha256(email)}.${'x'.repeat(32)}`)).status).toBe(410);

    const { title, update } = await published();
    const told = await smtp.next(({ to, mail }) => to.includes(email) && (mail.subject ?? '').includes(title), 30_000);
    expect(told.mail.subject).toBe(`Investigating: ${title}`);
    expect(told.mail.text).toContain(`Said of ${title}`);
    const unsubscribe = linkIn(told.mail.text, 'unsubscribe');
    expect(told.raw.replace(/\r\n[ \t]+/g, ' ')).toContain(`List-Unsubscribe: <${origin}${unsubscribe}>`);
    expect((await seen(unsubscribe)).text).toContain('<form method="post">');
    expect((await at.statusSubscriber(sha256(email)).get()).exists).toBe(true);
    expect((await posted(unsubscribe)).status).toBe(200);
    expect((await posted(unsubscribe)).status).toBe(200);
    expect((await at.statusSubscriber(sha256(email)).get()).exists).toBe(false);
    const sentinel = await subscriberOfItsOwn();
    await update('identified', 'We know why.', 1);
    await smtp.next(({ to, mail }) => to.includes(sentinel) && (mail.subject ?? '').includes(title), 30_000);
    // Other files publish beside this one; of this notice, and before they had confirmed, there is one mail.
    expect(smtp.to(email).map(({ mail }) => mail.subject ?? '').filter((subject) => subject.startsWith('Confirm') || subject.includes(title))).toEqual([first.mail.subject, told.mail.subject]);
    await at.statusSubscriber(sha256(sentinel)).delete();
  });

  it('that no mail server took is tried again, with the same message id', { timeout: 90_000 }, async () => {
    const email = await subscriberOfItsOwn();
    await smtp.stop();
    const { title } = await published();
    const waiting = await until(db().collection('statusMails').where('subscriberId', '==', sha256(email)), (stored) => stored.map((each) => Object(each) as { id: string; state: string; attempts: number; title: string; dueAt: number })
      // Not while it is being tried: then it is due two minutes later.
      .find((mail) => mail.title === title && mail.attempts > 0 && mail.state === 'pending' && mail.dueAt < Date.now() + MINUTE));
    await smtp.start();
    await at.statusMail(waiting.id).update(toStored({ dueAt: Date.now() }));
    const { raw } = await smtp.next(({ to, mail }) => to.includes(email) && (mail.subject ?? '').includes(title), 30_000);
    expect(raw).toContain(`<${waiting.id}@127.0.0.1>`);
    await until(at.statusMail(waiting.id), ([stored]) => (Reflect.get(Object(stored), 'state') === 'sent' ? true : undefined));
    expect(smtp.to(email).filter(({ mail }) => (mail.subject ?? '').includes(title))).toHaveLength(1);
    await at.statusSubscriber(sha256(email)).delete();
  });

  it.each([[{}], [{ email: 'nobody' }], [{ email: 'a@example.com,b@example.com' }], [{ email: `${'x'.repeat(300)}@example.com` }]])('of no address is refused: %j', async (fields) => {
    expect((await posted('/status/subscribe', fields)).status).toBe(400);
  });

  /** Somebody who has confirmed. */
  async function subscriberOfItsOwn(): Promise<string> {
    const email = `${unique()}@example.com`;
    await at.statusSubscriber(sha256(email)).set(toStored({ email, state: 'confirmed', askedAt: [], confirmations: [], confirmedAt: Date.now(), endings: [], expireAt: null }));
    return email;
  }
});

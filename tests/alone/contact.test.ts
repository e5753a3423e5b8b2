// First: it says that this is local mode, which the functions' modules ask when they are read.
import '../rouse';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import type { Person } from '#domain/people/person';
import { redeemMoveIn } from '../../functions/src/command/contact/contact';
import { sha256 } from '../../functions/src/identity/identity';
import { closeMail } from '../../functions/src/send/email/mail';
import { toStored } from '../../functions/src/store/instants';
import { ownerOfPhone } from '../../functions/src/store/phones';
import { contactOf, methodOf, newPerson, refused, retire, send } from '../contacting';
import { FakeSmtp } from '../fakes/smtp';
import { FakeTwilio } from '../fakes/twilio';
import { unique, until } from '../rouse';
import { at, db } from '../store';

const twilio = new FakeTwilio({ publicUrl: 'https://rouse.example', appUrl: 'http://127.0.0.1:5050' });
const smtp = new FakeSmtp();
beforeAll(async () => {
  await Promise.all([twilio.listen(), smtp.start()]);
});
afterAll(async () => {
  closeMail();
  await Promise.all([twilio.down(), smtp.stop()]);
  await retire();
});
afterEach(() => {
  vi.unstubAllEnvs();
  expect([...twilio.faults.splice(0), ...smtp.faults.splice(0)]).toEqual([]);
});

function setUp(): void {
  const environment = { ...twilio.environment, ROUSE_SMTP_URL: smtp.url, ROUSE_MAIL_FROM: 'Rouse <rouse@rouse.example>' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
}

let count = 0;
const newNumber = () => `+4915${String(Date.now() % 1_000_000).padStart(6, '0')}${String((count += 1)).padStart(3, '0')}`;
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? expect.fail(`no code in: ${text}`);
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');
const sentTo = (number: string) => twilio.messages.filter(({ to }) => to === number);
const lastCode = (number: string) => codeIn(sentTo(number).at(-1)?.body ?? '');

const addPhone = async (person: Person, address = newNumber()) => {
  const { savedId: methodId = '' } = await send(person, { type: 'addContactMethod', method: { kind: 'phone', address } });
  return { methodId, address, code: lastCode(address) };
};
async function verifiedPhone(person: Person, address = newNumber()) {
  const { methodId, code } = await addPhone(person, address);
  await send(person, { type: 'verifyContactMethod', methodId, code });
  return { methodId, address };
}

describe('a contact method', () => {
  it('is verified by the code that arrives at it, of which only a hash is kept', async () => {
    setUp();
    const person = await newPerson();
    const { methodId, address, code } = await addPhone(person);
    expect(JSON.stringify((await at.contact(person.id).get()).data())).not.toContain(code);
    expect(await refused(send(person, { type: 'verifyContactMethod', methodId, code: wrongFor(code) }))).toMatchObject({
      code: 'wrong-code', paths: ['code'], message: expect.stringMatching(/4 more tries/) as string,
    });
    expect(await ownerOfPhone(address)).toBeUndefined();
    expect(await send(person, { type: 'verifyContactMethod', methodId, code })).toMatchObject({ outcome: 'done', savedId: methodId });
    expect(await methodOf(person, methodId)).toMatchObject({ verifiedAt: expect.any(Number) as number, proof: null });
    expect(await ownerOfPhone(address)).toEqual({ userId: person.id, methodId });
    expect(await send(person, { type: 'verifyContactMethod', methodId, code })).toMatchObject({ outcome: 'unchanged', code: 'already-verified' });
  });

  it('by e-mail too', async () => {
    setUp();
    const person = await newPerson();
    const address = `${unique()}@example.org`;
    const { savedId: methodId = '' } = await send(person, { type: 'addContactMethod', method: { kind: 'email', address } });
    const { mail } = await smtp.next(({ to }) => to.includes(address));
    expect(mail.subject).toBe('Your Rouse code');
    expect(await send(person, { type: 'verifyContactMethod', methodId, code: codeIn(mail.text ?? '') })).toMatchObject({ outcome: 'done' });
  });

  it('that is theirs already keeps its id, and a command that is sent again sends no second code', async () => {
    setUp();
    const person = await newPerson();
    const commandId = unique().padEnd(8, '0');
    const address = newNumber();
    const adding = { type: 'addContactMethod', method: { kind: 'phone', address } };
    const [first, again] = [await send(person, { ...adding, commandId }), await send(person, { ...adding, commandId })];
    expect([first.outcome, again.outcome, sentTo(address).length]).toEqual(['done', 'unchanged', 1]);
    const later = await send(person, adding);
    expect([again.savedId, later.savedId, sentTo(address).length, (await contactOf(person)).methods.length]).toEqual([first.savedId, first.savedId, 2, 1]);
    await send(person, { type: 'verifyContactMethod', methodId: first.savedId, code: lastCode(address) });
    expect(await send(person, adding)).toMatchObject({ outcome: 'unchanged', code: 'already-verified', savedId: first.savedId });
  });

  it('is the tenth at most', async () => {
    setUp();
    const person = await newPerson();
    const methods = Array.from({ length: 10 }, (_, n) => ({ id: `m${n}`, kind: 'email' as const, address: `m${n}@example.org`, verifiedAt: 1, proof: null }));
    await at.contact(person.id).set(toStored({ ...(await contactOf(person)), methods }));
    expect((await refused(addPhone(person))).code).toBe('invalid');
  });

  it('of a kind that this Rouse can\'t send to is refused, and nothing is kept', async () => {
    for (const name of ['ROUSE_TWILIO_ACCOUNT_SID', 'ROUSE_SMTP_URL']) vi.stubEnv(name, '');
    const person = await newPerson();
    expect(await refused(send(person, { type: 'addContactMethod', method: { kind: 'phone', address: newNumber() } }))).toMatchObject({ code: 'channel-not-set-up', paths: ['method.kind'] });
    expect((await refused(send(person, { type: 'addContactMethod', method: { kind: 'email', address: 'a@example.org' } }))).code).toBe('channel-not-set-up');
    expect((await contactOf(person)).methods).toEqual([]);
  });

  it('that can\'t be reached is said so, and the same command may try again', async () => {
    setUp();
    const person = await newPerson();
    const address = newNumber();
    twilio.answerWith(address, { code: 21_211 }, 'unavailable');
    const adding = { type: 'addContactMethod', method: { kind: 'phone', address }, commandId: unique().padEnd(8, '0') };
    expect(await refused(send(person, adding))).toMatchObject({ code: 'invalid', paths: ['method.address'] });
    expect(await refused(send(person, adding))).toMatchObject({ code: 'not-sent' });
    expect([(await send(person, adding)).outcome, sentTo(address).length]).toEqual(['done', 1]);
  });
});

describe('a code', () => {
  it('dies of five wrong guesses, also when they come at once', async () => {
    setUp();
    const person = await newPerson();
    const { methodId, code } = await addPhone(person);
    const guess = (sent: string) => refused(send(person, { type: 'verifyContactMethod', methodId, code: sent }));
    const codes = (await Promise.all(Array.from({ length: 8 }, () => guess(wrongFor(code))))).map((answer) => answer.code).sort();
    expect(codes).toEqual([...Array.from({ length: 3 }, () => 'code-expired'), ...Array.from({ length: 5 }, () => 'wrong-code')]);
    expect((await guess(code)).code).toBe('code-expired');
    expect((await methodOf(person, methodId)).verifiedAt).toBeNull();
  }, 90_000);

  it('runs out, and a new one ends the one before', async () => {
    setUp();
    const person = await newPerson();
    const { methodId, address, code } = await addPhone(person);
    await send(person, { type: 'sendContactCode', methodId, by: 'sms' });
    const fresh = lastCode(address);
    if (fresh !== code) expect((await refused(send(person, { type: 'verifyContactMethod', methodId, code }))).code).toBe('wrong-code');
    const contact = await contactOf(person);
    const late = contact.methods.map((method) => ({ ...method, proof: method.proof && { ...method.proof, expiresAt: Date.now() - 1 } }));
    await at.contact(person.id).set(toStored({ ...contact, methods: late }));
    expect((await refused(send(person, { type: 'verifyContactMethod', methodId, code: fresh }))).code).toBe('code-expired');
  });

  it('goes out five times an hour at most, whatever is removed and added meanwhile', async () => {
    setUp();
    const person = await newPerson();
    const address = newNumber();
    for (let n = 0; n < 5; n += 1) {
      const { methodId } = await addPhone(person, address);
      await send(person, { type: 'removeContactMethod', methodId });
    }
    expect((await refused(send(person, { type: 'addContactMethod', method: { kind: 'phone', address } }))).code).toBe('too-many-codes');
    expect(sentTo(address)).toHaveLength(5);
    await db().doc(`contactCodes/${person.id}`).update({ sends: [] });
    expect((await addPhone(person, address)).methodId).not.toBe('');
  });

  it('comes only by what its method takes', async () => {
    setUp();
    const person = await newPerson();
    const { methodId } = await addPhone(person);
    expect(await refused(send(person, { type: 'sendContactCode', methodId, by: 'email' }))).toMatchObject({ code: 'invalid', paths: ['by'] });
    expect((await refused(send(person, { type: 'sendContactCode', methodId: 'gone', by: 'sms' }))).code).toBe('no-such-method');
    expect((await refused(send(await newPerson(), { type: 'sendContactCode', methodId, by: 'sms' }))).code).toBe('no-such-method');
  });
});

describe('a number', () => {
  it('that somebody with access verified stays theirs; from somebody without it is taken', async () => {
    setUp();
    const [first, second] = [await newPerson(), await newPerson()];
    const { methodId, address } = await verifiedPhone(first);
    const theirs = await addPhone(second, address);
    const verify = () => send(second, { type: 'verifyContactMethod', methodId: theirs.methodId, code: theirs.code });
    expect(await refused(verify())).toMatchObject({ code: 'invalid', message: expect.stringMatching(/Somebody else here/) as string });
    expect(await ownerOfPhone(address)).toEqual({ userId: first.id, methodId });
    await at.person(first.id).update({ active: false });
    expect((await verify()).outcome).toBe('done');
    expect(await ownerOfPhone(address)).toEqual({ userId: second.id, methodId: theirs.methodId });
    expect((await methodOf(first, methodId)).verifiedAt).toBeNull();
    await send(first, { type: 'removeContactMethod', methodId });
    expect(await ownerOfPhone(address)).toEqual({ userId: second.id, methodId: theirs.methodId });
  });
});

describe('rules', () => {
  const push = { channel: 'push', methodId: null, delaySeconds: 0 };

  it('are kept in the order of time, and lose a method with its removal', async () => {
    setUp();
    const person = await newPerson();
    const { methodId, address } = await verifiedPhone(person);
    const sms = { channel: 'sms', methodId, delaySeconds: 60 };
    const quietHours = { start: '23:00', end: '06:30' };
    await send(person, { type: 'saveNotificationRules', rules: { high: [sms, push], low: [sms] }, quietHours });
    expect(await contactOf(person)).toMatchObject({ rules: { high: [push, sms], low: [sms] }, quietHours });
    const { changes } = await send(person, { type: 'removeContactMethod', methodId });
    expect(changes).toEqual(['It is out of your rules for high urgency.', 'Your rules for low urgency named it; without it the defaults hold.']);
    expect(await contactOf(person)).toMatchObject({ methods: [], rules: { high: [push], low: null } });
    expect(await ownerOfPhone(address)).toBeUndefined();
    expect((await send(person, { type: 'removeContactMethod', methodId })).outcome).toBe('unchanged');
  });

  it('that could wake nobody, or name what is not verified, are refused by field', async () => {
    setUp();
    const person = await newPerson();
    const { methodId } = await addPhone(person);
    const save = (high: unknown) => refused(send(person, { type: 'saveNotificationRules', rules: { high, low: null }, quietHours: null }));
    expect(await save([push, { channel: 'sms', methodId, delaySeconds: 0 }])).toMatchObject({ code: 'invalid', paths: ['rules.high.1.methodId'] });
    expect((await contactOf(person)).rules).toEqual({ high: null, low: null });
  });
});

describe('a test page', () => {
  it('goes by the way that is tried, to what is verified alone', async () => {
    setUp();
    const person = await newPerson();
    const { methodId, address, code } = await addPhone(person);
    expect(await refused(send(person, { type: 'testContactMethod', channel: 'sms', methodId }))).toMatchObject({ code: 'invalid', paths: ['methodId'] });
    await send(person, { type: 'verifyContactMethod', methodId, code });
    expect((await refused(send(person, { type: 'testContactMethod', channel: 'email', methodId }))).code).toBe('invalid');
    expect((await refused(send(person, { type: 'testContactMethod', channel: 'push', methodId }))).code).toBe('invalid');
    const { notificationId = '' } = await send(person, { type: 'testContactMethod', channel: 'sms', methodId });
    expect((await twilio.nextMessage(address, ({ body }) => body.includes('Test page'))).to).toBe(address);
    await until(at.notification(notificationId), ([stored]) => (Reflect.get(Object(stored), 'status') === 'sent' ? true : undefined));
    expect(JSON.stringify((await at.notification(notificationId).get()).data())).not.toContain(address);
  });
});

describe('moving to a new phone', () => {
  const tokenOf = ({ link = '' }: CommandAnswer) => link.split('#')[1] ?? '';
  const redeem = (token: string) => redeemMoveIn({ type: 'redeemMoveIn', commandId: unique().padEnd(8, '0'), token });

  it('signs in there, once: of two who try at once, one gets in', async () => {
    const person = await newPerson();
    const answer = await send(person, { type: 'createMoveIn' });
    const token = tokenOf(answer);
    expect(answer.link).toMatch(/\/move-in#[\w-]{43}$/);
    expect((await at.moveIn(sha256(token)).get()).data()).toMatchObject({ userId: person.id, usedAt: null });
    const both = await Promise.allSettled([redeem(token), redeem(token)]);
    const [done, ...more] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect([done?.message, more.length]).toEqual([person.name, 0]);
    expect((await refused(redeem(token))).code).toBe('move-in-invalid');
    const response = await fetch('http://127.0.0.1:9099/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: done?.key, returnSecureToken: true }),
    });
    expect(await response.json()).toMatchObject({ idToken: expect.any(String) as string });
  });

  it('is refused to who has no access any more, after five minutes, and to a guess', async () => {
    const person = await newPerson();
    const [late, gone] = [tokenOf(await send(person, { type: 'createMoveIn' })), tokenOf(await send(person, { type: 'createMoveIn' }))];
    await at.moveIn(sha256(late)).update({ expiresAt: new Date(Date.now() - 1) });
    expect((await refused(redeem(late))).code).toBe('move-in-invalid');
    await at.person(person.id).update({ active: false });
    expect((await refused(redeem(gone))).code).toBe('move-in-invalid');
    expect((await refused(redeem('x'.repeat(43)))).code).toBe('move-in-invalid');
  });
});

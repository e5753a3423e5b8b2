import { beforeAll, expect, it } from 'vitest';
import { command, get, signIn, trigger, unique } from '../rouse';
import { at, countDocuments, incidentNow, newService } from '../store';

let admin: string;
beforeAll(async () => {
  admin = await signIn('admin');
});

async function invited(role: 'admin' | 'responder' | 'stakeholder'): Promise<{ userId: string; email: string; password: string; token: string }> {
  const email = `${unique()}@example.org`;
  const invite = await command(admin, { type: 'invitePerson', name: 'Nia New', email, role, teamIds: [] });
  const token = invite.body.result.link?.replace('/invite/', '') ?? '';
  const password = 'a long password';
  const accepted = await command(null, { type: 'acceptInvite', token, password, timeZone: 'Europe/Lisbon' });
  return { userId: accepted.body.result.userId ?? '', email, password, token };
}

it('an invited person signs in with the invited role; the link works once', async () => {
  const { userId, email, password, token } = await invited('responder');
  const session = await signIn(email, password);
  expect((await at.person(userId).get()).data()).toMatchObject({ name: 'Nia New', role: 'responder', timeZone: 'Europe/Lisbon', active: true });
  const id = await trigger((await newService()).key);
  expect((await command(session, { type: 'acknowledge', incidentId: id })).body.result.outcome).toBe('done');
  const again = await command(null, { type: 'acceptInvite', token, password, timeZone: 'UTC' });
  expect([again.status, again.body.error.details.code]).toEqual([404, 'invite-invalid']);
});

it('a deactivated person\'s live session can do nothing more, and what is left uncovered is said first', async () => {
  const { userId, email, password } = await invited('responder');
  const session = await signIn(email, password);
  const id = await trigger((await newService()).key);
  const alone = await newService([{ userIds: [userId], delaySeconds: 60 }]);
  const dryRun = await command(admin, { type: 'deactivatePerson', userId, dryRun: true });
  expect(dryRun.body.result.uncovered).toEqual([`Policy ${alone.serviceId}: step 1 reaches nobody.`]);
  expect((await at.person(userId).get()).get('active')).toBe(true);
  await command(admin, { type: 'deactivatePerson', userId });
  const before = await countDocuments();
  const answer = await command(session, { type: 'acknowledge', incidentId: id });
  expect([answer.status, answer.body.error.details.code]).toEqual([403, 'person-inactive']);
  expect(await countDocuments()).toEqual(before);
  expect((await incidentNow(id)).status).toBe('triggered');
  await expect(signIn(email, password)).rejects.toThrow();
});

it('the last admin stays', async () => {
  const answers = await Promise.all([command(admin, { type: 'deactivatePerson', userId: 'admin' }), command(admin, { type: 'setPerson', userId: 'admin', role: 'responder' })]);
  expect(answers.map(({ body }) => body.error.details.code)).toEqual(['last-admin', 'last-admin']);
});

it('a policy that can reach nobody is not saved, and the answer names the step', async () => {
  const { serviceId: id } = await newService();
  const policy = (userId: string) => ({ id, name: 'Night', rounds: 1, steps: [{ targets: [{ kind: 'person', userId }], delaySeconds: 60 }] });
  const nobody = await command(admin, { type: 'savePolicy', policy: policy('stakeholder') });
  expect([nobody.status, nobody.body.error.details.code, nobody.body.error.details.issues?.[0]?.path]).toEqual([400, 'nobody-reached', 'policy.steps']);
  const unknown = await command(admin, { type: 'savePolicy', policy: policy('who') });
  expect(unknown.body.error.details.issues?.[0]?.path).toBe('policy.steps.0.targets.0');
  expect((await command(admin, { type: 'savePolicy', policy: policy('secondary') })).body.result.outcome).toBe('done');
});

it('a new integration\'s key is told once, pages, and is kept as a hash', async () => {
  const { serviceId } = await newService();
  const made = await command(admin, { type: 'createIntegration', serviceId, source: 'generic', name: 'Cron' });
  const key = made.body.result.key ?? '';
  const stored = JSON.stringify((await at.integration(made.body.result.integrationId ?? '').get()).data());
  expect([key.length, stored.includes(key)]).toEqual([32, false]);
  expect((await incidentNow(await trigger(key))).serviceId).toBe(serviceId);
});

it('health is good while the sweep runs', async () => {
  const { status, body } = await get<{ status: string; sweepAgeSeconds: number }>('/v1/health');
  expect([status, body.status]).toEqual([200, 'ok']);
});

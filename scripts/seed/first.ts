import type { EscalationPolicy } from '#domain/escalation/policy';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { Contact, Person } from '#domain/people/person';
import type { Service } from '#domain/service/service';
import { db } from '../../functions/src/firebase';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

/** A new project's first admin, and a service whose policy pages them; nothing that exists is changed, but the admin becomes one. */
export async function firstService({ uid, email, name, timeZone }: { uid: string; email: string; name: string; timeZone: string }): Promise<void> {
  const person: Person = { id: uid, name, role: 'admin', timeZone, teamIds: [], active: true, privateLockScreen: false, timeOff: [], callNumber: null };
  const contact: Contact = { email, devices: [], methods: [], rules: { high: null, low: null }, quietHours: null };
  const policy: EscalationPolicy = { id: 'first', name: 'First policy', rounds: 3, steps: [{ targets: [{ kind: 'person', userId: uid }], delaySeconds: 300 }] };
  const service: Service = { id: 'first', name: 'First service', description: 'Rename me.', policyId: policy.id, runbookId: null, statusComponentId: null, grouping: { by: 'source' } };
  const wanted = [
    [at.contact(uid), contact], [at.policy(policy.id), policy], [at.service(service.id), service], [at.severities(), defaultSeverityPolicy],
  ] as const;
  await db().runTransaction(async (transaction) => {
    const found = await transaction.getAll(at.person(uid), ...wanted.map(([ref]) => ref));
    transaction.set(at.person(uid), found[0]?.exists === true ? { ...found[0].data(), role: 'admin', active: true } : toStored(person));
    for (const [index, [ref, document]] of wanted.entries()) if (found[index + 1]?.exists !== true) transaction.set(ref, toStored(document));
  });
}

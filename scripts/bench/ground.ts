import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Integration, Service } from '#domain/service/service';
import { db } from '../../functions/src/firebase';
import { sha256 } from '../../functions/src/identity/identity';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

export type Ground = { serviceId: string; integrationId: string; key: string };
let made = 0;

/** A service of its own for a measurement, whose policy pages `primary`. */
export async function newGround(): Promise<Ground> {
  const id = `bench${process.pid}x${Date.now().toString(36)}x${(made += 1)}`;
  const policy: EscalationPolicy = { id, name: id, rounds: 3, steps: [{ targets: [{ kind: 'person', userId: 'primary' }], delaySeconds: 3600 }] };
  const service: Service = { id, name: id, description: '', policyId: id, runbookId: null, statusComponentId: null, grouping: { by: 'source' } };
  const integration: Integration = {
    id, name: id, serviceId: id, source: 'generic', keyHint: 'test', enabled: true, removed: false, mapping: null, signature: { kind: 'none' }, limitPerMinute: null,
  };
  const key = `key-${id}`;
  await Promise.all([
    at.policy(id).set(toStored(policy)), at.service(id).set(toStored(service)), at.integration(id).set(toStored(integration)),
    at.integrationKey(sha256(key)).set({ integrationId: id }),
  ]);
  return { serviceId: id, integrationId: id, key };
}

/** Posts an alert of Rouse's own shape; answers its status and first result. */
export async function send(origin: string, key: string, alert: object): Promise<{ status: number; action: string | undefined; incidentId: string | null; milliseconds: number }> {
  const began = performance.now();
  const response = await fetch(`${origin}/v1/hooks/generic/${key}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(alert) });
  const body = (await response.json()) as { results?: { action: string; incidentId: string | null }[] }; // The contract's answer.
  return { status: response.status, action: body.results?.[0]?.action, incidentId: body.results?.[0]?.incidentId ?? null, milliseconds: performance.now() - began };
}

/** Resolves when the query finds something that fits; looks again every `pause` ms. */
export async function seen<T>(look: () => Promise<T | undefined>, within: number, pause = 25): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`not seen within ${within} ms`);
    await new Promise((resolve) => { setTimeout(resolve, pause); });
  }
}

/** ms since epoch at which the first page of a service was sent; undefined: none was. */
export async function firstPageAt(serviceId: string): Promise<number | undefined> {
  const { docs: [incident] } = await db().collection('incidents').where('serviceId', '==', serviceId).limit(1).get();
  if (incident === undefined) return undefined;
  const { docs } = await db().collection('notifications').where('incidentId', '==', incident.id).get();
  const sent = docs.flatMap((page) => { const at: unknown = page.get('sentAt'); return at !== null && typeof at === 'object' && 'toMillis' in at ? [(at as { toMillis: () => number }).toMillis()] : []; });
  return sent.length === 0 ? undefined : Math.min(...sent);
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

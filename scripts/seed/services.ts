import type { EscalationPolicy } from '#domain/escalation/policy';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { Schedule } from '#domain/oncall/schedule';
import type { Integration, Service } from '#domain/service/service';
import type { StatusComponent } from '#domain/statusPage/component';
import { sha256 } from '../../functions/src/identity/identity';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { seededRunbooks } from './runbooks';

export const demoKey = 'demo-key-checkout';

const schedule = Schedule.parse({
  id: 'checkout-primary', name: 'Checkout primary', timeZone: 'Europe/Berlin', overrides: [],
  layers: [{ id: 'weekly', name: 'Weekly', participants: ['primary'], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' } }],
});

/** Primary's schedule, then secondary after 60 s, repeating. */
const policy: EscalationPolicy = {
  id: 'checkout', name: 'Checkout', rounds: 3,
  steps: [
    { targets: [{ kind: 'schedule', scheduleId: schedule.id }], delaySeconds: 60 },
    { targets: [{ kind: 'person', userId: 'secondary' }], delaySeconds: 60 },
  ],
};

const service = (id: string, name: string, description: string, runbookId: string, statusComponentId: string): Service =>
  ({ id, name, description, policyId: policy.id, runbookId, statusComponentId, grouping: { by: 'source' } });

const component = (id: string, name: string, group: string, position: number): StatusComponent => ({ id, name, description: '', group, position, held: null });
/** What the status page of `--demo` shows; its customers know other names than its engineers. */
export const demoComponents: readonly StatusComponent[] = [
  component('api', 'API service', 'Applications', 0), component('web', 'Web application', 'Applications', 1), component('mobile', 'Mobile app', 'Applications', 2),
  component('checkout', 'Payment processing', 'Platform', 3), component('database', 'Database', 'Platform', 4),
];

const checkout = service('checkout', 'Checkout', 'Basket, payment and order confirmation.', 'checkout', 'checkout');
/** The three services of `--demo`, which share the runbook "database connections". */
export const demoServices: readonly Service[] = [
  checkout,
  service('identity', 'Identity', 'Sign-up, sign-in and sessions.', 'database-connections', 'web'),
  service('catalogue', 'Catalogue', 'Products, prices and search.', 'database-connections', 'api'),
];

/** What local mode promises: the service `checkout` with its key, policy, runbook and component; with `demo`, two services more. */
export async function seedServices(demo: boolean): Promise<EscalationPolicy> {
  const services = demo ? demoServices : [checkout];
  const integration: Integration = {
    id: 'checkout', name: 'Checkout monitoring', serviceId: 'checkout', source: 'alertmanager', keyHint: demoKey.slice(-4),
    enabled: true, removed: false, mapping: null, signature: { kind: 'none' }, limitPerMinute: null,
  };
  await Promise.all([
    at.severities().set(toStored(defaultSeverityPolicy)),
    at.schedule(schedule.id).set(toStored(schedule)),
    at.policy(policy.id).set(toStored(policy)),
    at.integration(integration.id).set(toStored(integration)),
    at.integrationKey(sha256(demoKey)).set({ integrationId: integration.id }),
    ...services.map((each) => at.service(each.id).set(toStored(each))),
    ...(demo ? demoComponents : [component('checkout', 'Checkout', '', 0)]).map((each) => at.statusComponent(each.id).set(toStored(each))),
    ...seededRunbooks(services, demo, Date.now()).flatMap(({ runbook, version }) => [
      at.runbook(runbook.id).set(toStored(runbook)), at.runbookVersion(runbook.id, version.version).set(toStored(version)),
    ]),
  ]);
  return policy;
}

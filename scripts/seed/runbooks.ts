import { readRunbook } from '#domain/runbook/frontMatter';
import { resolved } from '#domain/runbook/resolved';
import type { Runbook, RunbookVersion } from '#domain/runbook/runbook';
import type { Service } from '#domain/service/service';

const checkoutRunbook = `---
title: Checkout is failing
services: [checkout]
symptoms: [503 from the front, orders fall to zero, the basket cannot be paid]
diagnosis: A deployment, or the connection pool of the database is exhausted.
resolution: Roll the last deployment back. If there was none, restart one instance after another.
contacts:
  - { severities: [SEV1, SEV2], name: Payments team, how: "+49 30 5550 112, around the clock" }
  - { severities: [SEV1], name: Database owner, how: "+49 30 5550 117" }
---

Orders are lost while checkout is down. Begin here.

1. **See what customers see.** A 503 from the front means the application, a time-out means the database.

   \`\`\`sh
   curl -s -o /dev/null -w '%{http_code} %{time_total}s\\n' https://shop.example.com/checkout/health
   \`\`\`

2. **Look at what changed.** Was there a deployment in the last hour? Then roll it back first and ask later.

   \`\`\`sh
   kubectl -n shop rollout undo deployment/checkout
   \`\`\`

3. **Check the connection count.** Near the limit of 200 the pool is exhausted.

   \`\`\`sh
   psql -c "select count(*), state from pg_stat_activity group by state"
   \`\`\`

4. **Restart one instance** and watch its log for a minute before the others.

## When to call somebody

- Payments time out at the provider: call the payments team, their status page is linked in the incident.
- Data looks wrong: set SEV1 and call the database owner. Do not restart anything.
`;

const databaseRunbook = `---
title: Database connections
services: [checkout, identity, catalogue]
symptoms:
  - "FATAL: remaining connection slots are reserved, in the log"
  - latency above 2 s on every page at once
diagnosis: One instance leaks connections, or too many instances share the pool.
resolution: End what is idle in a transaction, then restart the instance that leaks.
contacts:
  - { severities: [SEV1], name: Database owner, how: "+49 30 5550 117, at once" }
  - { severities: [SEV2, SEV3, SEV4], name: Database owner, how: leave a note; the morning is soon enough }
---

The application cannot get a connection: the pool is empty, or the server refuses new ones.

## Diagnosis

1. **Count connections by state.**

   \`\`\`sh
   psql -c "select count(*), state from pg_stat_activity group by state order by 1 desc"
   \`\`\`

2. **Find who holds them.** Many \`idle in transaction\` from one host is a leak.

   \`\`\`sh
   psql -c "select client_addr, count(*) from pg_stat_activity where state = 'idle in transaction' group by 1 order by 2 desc limit 5"
   \`\`\`

## Resolution

1. **End what has been idle in a transaction for five minutes.**

   \`\`\`sh
   psql -c "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and state_change < now() - interval '5 min'"
   \`\`\`

2. **Restart the leaking instance.** Connections must fall within a minute.

   \`\`\`sh
   systemctl restart --host {{instance}} app
   \`\`\`
`;

const paymentRunbook = `---
title: Payments fail at the provider
services: [checkout]
labels: { alertname: Payment* }
symptoms: [customers see "Your card was not charged", the provider answers 5xx or not at all]
diagnosis: The provider is down, or our key with them has run out.
resolution: Switch to the second provider until the first one answers again.
contacts:
  - { severities: [SEV1, SEV2], name: "Payment provider, hotline", how: "+49 30 5550 140, contract R-2041" }
---

Nothing is lost while payments fail: baskets are kept for a day. Do not restart anything.

1. **Look at the provider's status page.** Are they down, then go on with step 3.
2. **Ask them for an answer with our key.** 401 means that the key has run out: call the payments team.

   \`\`\`sh
   curl -s -o /dev/null -w '%{http_code}\\n' -H "Authorization: Bearer $PAYMENT_KEY" https://api.payments.example.com/v1/ping
   \`\`\`

3. **Switch to the second provider.** New payments go there within a minute.

   \`\`\`sh
   kubectl -n shop set env deployment/checkout PAYMENT_PROVIDER=second
   \`\`\`

4. **Tell the stakeholders** what customers see, and when you look again.
5. **Switch back** when the provider has been well for half an hour.

   \`\`\`sh
   kubectl -n shop set env deployment/checkout PAYMENT_PROVIDER=first
   \`\`\`
`;

/** The seeded runbooks with their first versions, written by Priya and approved by Ada at `now`: the same documents that saving and approving would make. */
export function seededRunbooks(services: readonly Service[], demo: boolean, now: number): { runbook: Runbook; version: RunbookVersion }[] {
  const sources = { checkout: checkoutRunbook, ...(demo ? { 'database-connections': databaseRunbook, payments: paymentRunbook } : {}) };
  const by = { userId: 'primary', name: 'Priya Nair' };
  return Object.entries(sources).map(([id, markdown]) => {
    const read = readRunbook(markdown);
    const { about, problems } = resolved(read.about, { services, destinations: [] });
    const [wrong] = [...read.problems, ...problems];
    if (wrong !== undefined) throw new Error(`the seeded runbook ${id}: ${wrong.path} ${wrong.message}`);
    const { title } = about;
    return {
      runbook: {
        id, title, serviceIds: about.services, markdown, about, version: 1, ownerId: 'primary',
        review: { state: 'approved', by: { userId: 'admin', name: 'Ada Okafor' }, at: now }, changedAt: now, changedBy: by,
      },
      version: { version: 1, markdown, title, note: 'Written', by, at: now },
    };
  });
}

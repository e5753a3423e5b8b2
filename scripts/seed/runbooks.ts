/** Markdown of the seeded runbooks. */
export const checkoutRunbook = `Orders are lost while checkout is down. Begin here.

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

export const databaseRunbook = `The application cannot get a connection: the pool is empty, or the server refuses new ones.

## Symptoms

- \`FATAL: remaining connection slots are reserved\` in the log
- latency above 2 s on every page at once

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

## Whom to call

- SEV1: the database owner, at once.
- SEV2 and below: leave a note; the morning is soon enough.
`;

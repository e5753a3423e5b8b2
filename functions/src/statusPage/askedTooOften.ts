const hour = 3_600_000;
const mostAnHour = 20;
const asked = new Map<string, { since: number; count: number }>();

/** Whether this sender (an IP address, or a mailbox) has asked often within the hour. Counted by each instance for itself, beside the limits by address and in all that the store keeps. */
export function isAskedTooOften(sender: string, now: number): boolean {
  const known = asked.get(sender);
  const current = known === undefined || now - known.since >= hour ? { since: now, count: 0 } : known;
  current.count += 1;
  asked.set(sender, current);
  // Whoever invents senders by the thousand makes this instance forget, and not run out of memory: the store's own limits hold.
  if (asked.size > 10_000) asked.clear();
  if (asked.size > 1_000 && asked.size % 100 === 0) for (const [key, { since }] of asked) if (now - since >= hour) asked.delete(key);
  return current.count > mostAnHour;
}

const hour = 3_600_000;
const mostAnHour = 20;
const asked = new Map<string, { since: number; count: number }>();

/** Whether this sender (an IP address) has asked often within the hour. Counted by each instance for itself, beside the limits by address and in all that the store keeps. */
export function isAskedTooOften(sender: string, now: number): boolean {
  const known = asked.get(sender);
  const current = known === undefined || now - known.since >= hour ? { since: now, count: 0 } : known;
  current.count += 1;
  asked.set(sender, current);
  if (asked.size > 1_000) for (const [key, { since }] of asked) if (now - since >= hour) asked.delete(key);
  return current.count > mostAnHour;
}

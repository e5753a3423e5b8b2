import { z } from 'zod';
import { drillTitle } from './drills';
import type { Drill, DrillName } from './drills';

const Accepted = z.object({ results: z.array(z.object({ incidentId: z.string().nullish() })) });
const Refused = z.object({ error: z.object({ message: z.string() }) });

/** Sends a real alert through the real hook, as a monitoring tool would. Answers the drill, or the sentence that says why not. */
export async function sendAlert(name: DrillName, code: string, key: string): Promise<Drill | { sentence: string }> {
  const tappedAt = Date.now();
  try {
    const response = await fetch(`/v1/hooks/generic/${encodeURIComponent(key)}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        title: drillTitle(name, code), dedupKey: `drill-${code}`, severity: 'high',
        description: 'Sent from the welcome screen to prove the way from an alert to this phone.',
      }),
    });
    const answeredAt = Date.now();
    const body: unknown = await response.json();
    const accepted = Accepted.safeParse(body);
    if (response.ok && accepted.success) return { code, tappedAt, answeredAt, incidentId: accepted.data.results[0]?.incidentId ?? null };
    const refused = Refused.safeParse(body);
    return { sentence: refused.success ? refused.data.error.message : 'Rouse did not take the alert. Nobody was paged. Try again.' };
  } catch {
    return { sentence: 'No answer from Rouse, so it may or may not have been taken. Look whether you are online, then try again.' };
  }
}

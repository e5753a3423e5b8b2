import { kept } from '../device/kept';

const PAUSES = [0, 1_000, 4_000];

/**
 * Tells Rouse that a page was shown here, or that its person looked at it: what FCM calls sent is only queued. Tried three
 * times and then given up, since a receipt's time is when it arrives, and a late one would say something untrue.
 */
export async function postReceipt(token: string, state: 'delivered' | 'seen'): Promise<void> {
  const deviceId = await kept.deviceId();
  const body = JSON.stringify(deviceId === null ? { state } : { state, deviceId });
  for (const pause of PAUSES) {
    if (pause > 0) await after(pause);
    try {
      const response = await fetch(`/v1/receipts/${encodeURIComponent(token)}`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: AbortSignal.timeout(8_000),
      });
      if (response.status < 500 && response.status !== 429) return;
    } catch {
      // No network: the next attempt, or none.
    }
  }
}

/** Resolves after `ms`. */
export function after(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

import { logger } from 'firebase-functions';
import { z } from 'zod';
import { ping } from '../http/outbound';
import { at, read } from '../store/documents';

/** `settings/watchdog`: the external dead-man service that is pinged by each clean sweep; its silence is the alarm for Rouse itself. */
export const Watchdog = z.strictObject({ url: z.url({ protocol: /^https$/ }).nullable() });

/** Tells the dead-man service that a sweep went through. A failure is logged only: the missing ping is the message. */
export async function pingWatchdog(): Promise<void> {
  const setting = read(Watchdog, await at.watchdog().get());
  if (setting === undefined || setting.url === null) return;
  await ping(setting.url).catch((error: unknown) => logger.warn('dead-man ping', error));
}

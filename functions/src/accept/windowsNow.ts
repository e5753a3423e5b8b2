import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'firebase-admin/firestore';
import { windowsOn } from '#domain/maintenance/applies';
import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import type { Configuration } from '../store/configuration';
import { at, read } from '../store/documents';

/**
 * The configuration with the maintenance windows that are on at these moments (ms since epoch) as the transaction reads them: one that was ended early a moment
 * ago, which this instance does not know yet, would hold what comes now until the end that it had, and swallow what it suppresses. Costs a read for
 * each window that is on. A window that can't be read holds nothing.
 */
export async function withWindowsNow(transaction: Transaction, configured: Configuration, moments: readonly number[]): Promise<Configuration> {
  const on = windowsOn(Object.values(configured.windows), moments);
  if (on.length === 0) return configured;
  const found = await transaction.getAll(...on.map(({ id }) => at.maintenanceWindow(id)));
  const now = found.map((snapshot) => {
    try {
      return read(MaintenanceWindow, snapshot);
    } catch {
      return undefined;
    }
  });
  // Most are as they were: the remembered one then keeps what is remembered of it.
  if (on.every((window, index) => isDeepStrictEqual(window, now[index]))) return configured;
  const asked = new Set(on.map(({ id }) => id));
  const windows = [...Object.values(configured.windows).filter(({ id }) => !asked.has(id)), ...now.filter((window) => window !== undefined)];
  return { ...configured, windows: Object.fromEntries(windows.map((window) => [window.id, window])) };
}

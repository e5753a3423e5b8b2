import { z } from 'zod';

const KEY = 'rouse-report-services';

/** The services that were reported on from this device, the last one first. */
export function lastUsedServices(): string[] {
  try {
    return z.array(z.string()).safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Puts a service first from now on. */
export function rememberService(serviceId: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([serviceId, ...lastUsedServices().filter((id) => id !== serviceId)].slice(0, 10)));
  } catch {
    // Without storage they stand in the order of their names.
  }
}

/** In the order of their last use, the others after them by name. */
export function byLastUse<T extends { id: string; name: string }>(services: readonly T[], lastUsed: readonly string[]): T[] {
  const rank = ({ id }: T) => (lastUsed.includes(id) ? lastUsed.indexOf(id) : lastUsed.length);
  return [...services].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

import type { Override } from './schedule';

/**
 * Who is on call at `at` (ms since epoch) once the overrides that run then have had their say over `userIds`, the
 * people that the layers name. Each acts on the result of those before it, in the order in which they were made: when
 * Ben covers for Ann and Cy then covers for Ben, Cy is on call; when Ann takes her shift back from Ben, Ann is.
 * A replacement takes the place of the removed person in the order; an added one comes last. Nobody appears twice.
 */
export function applyOverrides(userIds: readonly string[], overrides: readonly Override[], at: number): string[] {
  let onCall = [...new Set(userIds)];
  for (const override of overrides) {
    if (override.startAt <= at && at < override.endAt) onCall = [...new Set(applyOne(onCall, override))];
  }
  return onCall;
}

function applyOne(userIds: string[], override: Override): string[] {
  switch (override.kind) {
    case 'replace':
      return userIds.map((userId) => (userId === override.removeUserId ? override.addUserId : userId));
    case 'add':
      return [...userIds, override.addUserId];
    case 'remove':
      return userIds.filter((userId) => userId !== override.removeUserId);
    default:
      return override satisfies never;
  }
}

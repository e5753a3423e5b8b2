import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';

/** What a window does with new alerts while it is on, a sentence each. */
export const modes: readonly { key: MaintenanceWindow['mode']; title: string; detail: string }[] = [
  { key: 'suppress', title: 'Suppress', detail: 'New alerts are kept as events and page nobody, also not afterwards.' },
  { key: 'collect', title: 'Collect', detail: 'New alerts gather in one incident that waits. It pages when the window ends, if something still fires then.' },
];

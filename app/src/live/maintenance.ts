import { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { watchedQuery } from './watch';

/** Every maintenance window, also those that are over. Members only. */
export const maintenanceWindows = watchedQuery('maintenanceWindows', ({ sdk, db }) => sdk.collection(db, 'maintenanceWindows'), MaintenanceWindow);

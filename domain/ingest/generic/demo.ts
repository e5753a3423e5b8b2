import type { Demo } from '../parsed';

const body = { title: 'Demo alert: backup failed on demo-1', dedupKey: 'rouse-demo-alert', severity: 'warning', description: 'Sent from Rouse to try the way to your phone.' };

export const demo: Demo = { firing: () => ({ ...body, status: 'firing' }), resolved: () => ({ ...body, status: 'resolved' }) };

import { acceptHook } from './accept/hooks';
import { appConfiguration, health } from './http/health';
import type { Route } from './http/router';
import { actByToken, askByToken } from './pages/act';
import { pageState, takeReceipt } from './pages/receipts';

/** The HTTP API: what other programs rely on. */
export const routes: readonly Route[] = [
  { method: 'POST', path: '/v1/hooks/:source/:key', answer: acceptHook },
  { method: 'POST', path: '/v1/ack/:token', answer: actByToken('acknowledge') },
  { method: 'GET', path: '/v1/ack/:token', answer: askByToken('acknowledge') },
  { method: 'POST', path: '/v1/escalate/:token', answer: actByToken('escalate') },
  { method: 'GET', path: '/v1/escalate/:token', answer: askByToken('escalate') },
  { method: 'POST', path: '/v1/receipts/:token', answer: takeReceipt },
  { method: 'GET', path: '/v1/pages/:token', answer: pageState },
  { method: 'GET', path: '/v1/health', answer: health },
  { method: 'GET', path: '/v1/config', answer: appConfiguration },
];

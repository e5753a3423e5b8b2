import { acceptHook } from './accept/hooks';
import { calendarRoutes } from './calendar/routes';
import { beat } from './heartbeat/beat';
import { createEventV1, enqueueEvent } from './dropIn/pagerduty';
import { actOnAlert, createAlert, getAlert, requestStatus } from './dropIn/opsgenie';
import { appConfiguration, health } from './http/health';
import type { Route } from './http/router';
import { actByToken, askByToken } from './pages/act';
import { pageState, takeReceipt } from './pages/receipts';
import { replyRoutes } from './reply/routes';
import { statusRoutes } from './statusPage/routes';

/** Opsgenie's Alert API, under `/v2` and under `/opsgenie/v2` for whoever wants one address per tool. */
const opsgenie = ['', '/opsgenie'].flatMap((prefix): Route[] => [
  { method: 'POST', path: `${prefix}/v2/alerts`, answer: createAlert },
  { method: 'GET', path: `${prefix}/v2/alerts/requests/:requestId`, answer: requestStatus },
  { method: 'GET', path: `${prefix}/v2/alerts/:identifier`, answer: getAlert },
  { method: 'DELETE', path: `${prefix}/v2/alerts/:identifier`, answer: actOnAlert('close') },
  { method: 'POST', path: `${prefix}/v2/alerts/:identifier/close`, answer: actOnAlert('close') },
  { method: 'POST', path: `${prefix}/v2/alerts/:identifier/acknowledge`, answer: actOnAlert('acknowledge') },
  { method: 'POST', path: `${prefix}/v2/alerts/:identifier/unacknowledge`, answer: actOnAlert('unacknowledge') },
  { method: 'POST', path: `${prefix}/v2/alerts/:identifier/notes`, answer: actOnAlert('note') },
  { method: 'PUT', path: `${prefix}/v2/alerts/:identifier/message`, answer: actOnAlert('message') },
  { method: 'PUT', path: `${prefix}/v2/alerts/:identifier/description`, answer: actOnAlert('description') },
  { method: 'PUT', path: `${prefix}/v2/alerts/:identifier/priority`, answer: actOnAlert('priority') },
]);

/** The HTTP API: what other programs rely on. */
export const routes: readonly Route[] = [
  ...(['POST', 'PUT', 'GET'] as const).flatMap((method): Route[] => [
    { method, path: '/v1/hooks/:source/:key', answer: acceptHook }, { method, path: '/v1/hooks/:source', answer: acceptHook },
  ]),
  { method: 'POST', path: '/v1/heartbeats/:key', answer: beat },
  { method: 'GET', path: '/v1/heartbeats/:key', answer: beat },
  { method: 'POST', path: '/v2/enqueue', answer: enqueueEvent },
  { method: 'POST', path: '/v2/change/enqueue', answer: enqueueEvent },
  { method: 'POST', path: '/generic/2010-04-15/create_event.json', answer: createEventV1 },
  ...opsgenie,
  { method: 'POST', path: '/v1/ack/:token', answer: actByToken('acknowledge') },
  { method: 'GET', path: '/v1/ack/:token', answer: askByToken('acknowledge') },
  { method: 'POST', path: '/v1/escalate/:token', answer: actByToken('escalate') },
  { method: 'GET', path: '/v1/escalate/:token', answer: askByToken('escalate') },
  { method: 'POST', path: '/v1/receipts/:token', answer: takeReceipt },
  { method: 'GET', path: '/v1/pages/:token', answer: pageState },
  ...replyRoutes,
  ...calendarRoutes,
  ...statusRoutes,
  { method: 'GET', path: '/v1/health', answer: health },
  { method: 'GET', path: '/v1/config', answer: appConfiguration },
];

import { promisify } from 'node:util';
import opsgenie from 'opsgenie-sdk';
import { describe, expect, it } from 'vitest';
import { type Answer, origin, unique } from '../rouse';
import { alertsOf, countKept, firstIncidentOf, incidentBecomes, incidentNow, incidentsOf, newService, timelineOf } from '../store';

type Said = { result?: string; message?: string; errors?: Record<string, string>; took: number; requestId: string; data?: Record<string, unknown> };

async function request(method: string, path: string, key: string | null, body?: string | object): Promise<Answer<Said>> {
  const response = await fetch(origin + path, {
    method, headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `GenieKey ${key}` }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: JSON.parse(await response.text()) as Said, headers: response.headers }; // Compared field by field.
}

/** A request that is taken: 202, in the API's own words; answers its request id. */
async function accepted(method: string, path: string, key: string, body?: object): Promise<string> {
  const answer = await request(method, path, key, body);
  expect([answer.status, answer.body]).toEqual([202, { result: 'Request will be processed', took: expect.any(Number) as number, requestId: expect.stringMatching(/^[\w-]{16,64}$/) as string }]);
  return answer.body.requestId;
}

const statusOf = async (requestId: string, key: string, slash = '') => (await request('GET', `/v2/alerts/requests/${requestId}${slash}`, key)).body.data;
const alertFields = { message: 'Disk of db-3 is almost full', description: 'Full in 3 h', priority: 'P2', tags: ['prod', 'team:storage'], details: { host: 'db-3' }, entity: 'db-3' };

/** A service with an open alert of this alias; answers also the alert's id, as the API tells it. */
async function opened(fields: object = {}) {
  const service = await newService();
  const alias = unique();
  const requestId = await accepted('POST', '/v2/alerts', service.key, { ...alertFields, alias, ...fields });
  const { id: incidentId } = await firstIncidentOf(service.serviceId);
  return { ...service, alias, requestId, incidentId, alertId: String((await statusOf(requestId, service.key))?.alertId) };
}

it('Opsgenie\'s own client creates, reads, acknowledges, notes and closes, with nothing changed but its host', async () => {
  const { key, serviceId } = await newService();
  opsgenie.configure({ api_key: key, host: origin });
  const { alertV2 } = opsgenie;
  const alias = { identifier: unique(), identifierType: 'alias' } as const;
  const processed = { result: 'Request will be processed' };

  const created = await promisify(alertV2.create)({ ...alertFields, alias: alias.identifier });
  expect(created).toMatchObject(processed);
  const { id: incidentId, title, severity } = await firstIncidentOf(serviceId);
  expect([title, severity]).toEqual(['Disk of db-3 is almost full', 'SEV2']);
  const { requestId } = created as { requestId: string }; // Seen to be the API's answer just above.
  const status = (await promisify(alertV2.getRequestStatus)(requestId)) as { data: { success: boolean; alertId: string } };
  expect(status.data.success).toBe(true);
  const byId = { identifier: status.data.alertId, identifierType: 'id' } as const;
  expect(await promisify(alertV2.get)(byId)).toMatchObject({ data: { id: byId.identifier, alias: alias.identifier, message: title, status: 'open', acknowledged: false, priority: 'P2' } });

  expect(await promisify(alertV2.acknowledge)(alias, { note: 'Looking', user: 'Priya' })).toMatchObject(processed);
  await incidentBecomes(incidentId, ({ status: now }) => now === 'acknowledged');
  expect(await promisify(alertV2.addNote)(byId, { note: 'Deleted old logs' })).toMatchObject(processed);
  expect((await timelineOf(incidentId)).flatMap(({ changes }) => changes)).toContainEqual({ type: 'note', text: 'Deleted old logs' });
  expect(await promisify(alertV2.close)(alias, { note: 'Done' })).toMatchObject(processed);
  await incidentBecomes(incidentId, ({ status: now }) => now === 'resolved');
  expect(await promisify(alertV2.get)(byId)).toMatchObject({ data: { status: 'closed' } });
  await expect(promisify(alertV2.get)({ identifier: 'none', identifierType: 'alias' })).rejects.toMatchObject({ httpStatusCode: 404, message: 'Alert with alias [none] does not exist' });
});

describe.each(['', '/'])('with "%s" at the end of its addresses', (slash) => {
  describe.each(['', '/opsgenie'])('under "%s"', (prefix) => {
    it('the API takes an alert by alias and by id, from its create to its close', async () => {
      const { key, serviceId } = await newService();
      const alias = `db 3/${unique()}`;
      const path = `${prefix}/v2/alerts/${encodeURIComponent(alias)}`;
      const requestId = await accepted('POST', `${prefix}/v2/alerts${slash}`, key, { ...alertFields, alias });
      const { id: incidentId } = await firstIncidentOf(serviceId);
      const status = await request('GET', `${prefix}/v2/alerts/requests/${requestId}${slash}`, key);
      const alertId = String(status.body.data?.alertId);
      await accepted('POST', `${prefix}/v2/alerts/${alertId}/acknowledge${slash}`, key, {});
      await incidentBecomes(incidentId, (incident) => incident.status === 'acknowledged');
      const [byId, byAlias] = await Promise.all([request('GET', `${prefix}/v2/alerts/${alertId}${slash}?identifierType=id`, key), request('GET', `${path}${slash}?identifierType=alias`, key)]);
      expect(byId.body.data).toMatchObject({ id: alertId, alias, acknowledged: true });
      expect(byAlias.body.data).toEqual(byId.body.data);
      // Without a body, as curl sends it.
      await accepted('POST', `${path}/close${slash}?identifierType=alias`, key);
      await incidentBecomes(incidentId, (incident) => incident.status === 'resolved');
    });
  });
});

describe('an alert', () => {
  it('is read as the API shows it', async () => {
    const { key, alias, alertId, incidentId, integrationId } = await opened({ source: 'Zabbix' });
    await accepted('POST', '/v2/alerts', key, { ...alertFields, alias });
    const { status, body } = await request('GET', `/v2/alerts/${alertId}`, key);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      id: alertId, tinyId: incidentId, alias, message: alertFields.message, description: alertFields.description, status: 'open', acknowledged: false, count: 2,
      priority: 'P2', entity: 'db-3', details: { host: 'db-3', team: 'storage', tags: 'prod, team:storage' }, integration: { id: integrationId, type: 'API' }, owner: '',
    });
    for (const at of ['createdAt', 'updatedAt', 'lastOccurredAt']) expect(body.data?.[at]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('is created once: with an alias that is open it is counted', async () => {
    const { key, alias, incidentId, serviceId } = await opened();
    await accepted('POST', '/v2/alerts', key, { ...alertFields, alias });
    const { alertCounts } = await incidentBecomes(incidentId, (incident) => incident.alertCounts.events === 2);
    expect(alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
    expect(await incidentsOf(serviceId)).toHaveLength(1);
  });

  it('is amended in its words, which counts nothing', async () => {
    const { key, alias, alertId, incidentId } = await opened();
    await accepted('PUT', `/v2/alerts/${alias}/message?identifierType=alias`, key, { message: 'Disk of db-3 is full' });
    await accepted('PUT', `/v2/alerts/${alertId}/description`, key, { description: 'Writes fail' });
    const incident = await incidentNow(incidentId);
    expect([incident.title, incident.description, incident.alertCounts]).toEqual(['Disk of db-3 is full', 'Writes fail', { firing: 1, total: 1, events: 1 }]);
    expect((await alertsOf(incidentId)).map(({ title, description, count }) => [title, description, count])).toEqual([['Disk of db-3 is full', 'Writes fail', 1]]);
  });

  it('whose priority rises takes the incident with it, and leaves it there when it falls', async () => {
    const { key, alertId, incidentId } = await opened();
    await accepted('PUT', `/v2/alerts/${alertId}/priority`, key, { priority: 'P1' });
    expect((await incidentNow(incidentId)).severity).toBe('SEV1');
    await accepted('PUT', `/v2/alerts/${alertId}/priority`, key, { priority: 'P4' });
    expect((await request('GET', `/v2/alerts/${alertId}`, key)).body.data?.priority).toBe('P4');
    expect((await incidentNow(incidentId)).severity).toBe('SEV1');
  });

  it('has its notes in the timeline, under the name of its integration', async () => {
    const { key, alias, incidentId, integrationId } = await opened();
    await accepted('POST', `/v2/alerts/${alias}/notes?identifierType=alias`, key, { note: 'Looking into it', user: 'Priya' });
    const entry = (await timelineOf(incidentId)).find(({ changes }) => changes.some(({ type }) => type === 'note'));
    expect(entry).toMatchObject({ actor: { kind: 'source', integrationId }, changes: [{ type: 'note', text: 'Looking into it' }] });
  });
});

describe('what became of a request', () => {
  it('is told as Zabbix asks for it, for every kind', async () => {
    const { key, alias, alertId, requestId, integrationId } = await opened();
    const about = { integrationId, alertId, alias, processedAt: expect.stringMatching(/Z$/) as string };
    expect(await statusOf(requestId, key, '/')).toEqual({ ...about, success: true, isSuccess: true, action: 'Create', status: 'Created alert' });
    const actions = [
      ['POST', 'acknowledge', {}, 'Acknowledge', 'Acknowledged alert'], ['POST', 'notes', { note: 'x' }, 'AddNote', 'Updated alert'],
      ['PUT', 'message', { message: 'y' }, 'UpdateMessage', 'Updated alert'], ['PUT', 'priority', { priority: 'P1' }, 'UpdatePriority', 'Updated alert'],
      ['PUT', 'description', { description: '' }, 'UpdateDescription', 'Updated alert'], ['POST', 'close', {}, 'Close', 'Closed alert'],
    ] as const;
    for (const [method, path, body, action, status] of actions) {
      const asked = await accepted(method, `/v2/alerts/${alias}/${path}?identifierType=alias`, key, body);
      expect(await statusOf(asked, key)).toEqual({ ...about, success: true, isSuccess: true, action, status });
    }
  });

  it('says that there is no open alert of an alias, or that it is acknowledged already: no failure to Zabbix', async () => {
    const { key, alias } = await opened();
    const closing = await accepted('POST', '/v2/alerts/none/close?identifierType=alias', key, {});
    expect(await statusOf(closing, key)).toMatchObject({ success: false, action: 'Close', alertId: '', status: expect.stringContaining('There is no open alert') as string });
    await accepted('POST', `/v2/alerts/${alias}/acknowledge?identifierType=alias`, key, {});
    const again = await accepted('POST', `/v2/alerts/${alias}/acknowledge?identifierType=alias`, key, {});
    expect(await statusOf(again, key)).toMatchObject({ success: false, action: 'Acknowledge', status: expect.stringContaining('Alert is already') as string });
  });

  it.each([['PUT', 'message', { message: 'y' }], ['POST', 'notes', { note: 'x' }]] as const)('%s %s of what is not open is no success', async (method, path, body) => {
    const { key } = await newService();
    const asked = await accepted(method, `/v2/alerts/none/${path}?identifierType=alias`, key, body);
    expect(await statusOf(asked, key)).toMatchObject({ success: false, alertId: '' });
  });

  it('is nobody else\'s to ask, and 404 where there is no such request', async () => {
    const [{ requestId }, { key: another }] = [await opened(), await newService()];
    for (const asked of [requestId, 'none']) {
      expect(await request('GET', `/v2/alerts/requests/${asked}`, another)).toMatchObject({ status: 404, body: { message: expect.stringContaining('Request not found') as string } });
    }
  });
});

describe('a request that can do nothing', () => {
  it.each(['close', 'acknowledge'])('%s of an unknown alias is 202 and changes nothing', async (action) => {
    const { key } = await newService();
    const { events = 0, ...before } = await countKept();
    await accepted('POST', `/v2/alerts/none/${action}?identifierType=alias`, key, {});
    const { events: after, ...rest } = await countKept();
    expect([rest, after]).toEqual([before, events + 1]);
  });

  it('an alert of another integration is as unknown as one that never was', async () => {
    const [{ alertId, alias, incidentId }, { key: another }] = [await opened(), await newService()];
    expect(await request('GET', `/v2/alerts/${alertId}`, another)).toMatchObject({ status: 404, body: { message: `Alert with id [${alertId}] does not exist` } });
    expect((await request('GET', `/v2/alerts/${alias}?identifierType=alias`, another)).status).toBe(404);
    await accepted('POST', `/v2/alerts/${alertId}/close`, another, {});
    expect((await incidentNow(incidentId)).status).toBe('triggered');
  });

  it.each([null, 'no-such-key'])('with the key %s is 401', async (key) => {
    const before = await countKept();
    for (const [method, path, body] of [['POST', '/v2/alerts', alertFields], ['GET', '/v2/alerts/x'], ['GET', '/v2/alerts/requests/x'], ['POST', '/v2/alerts/x/close', {}]] as const) {
      expect(await request(method, path, key, body)).toMatchObject({ status: 401, body: { message: 'Could not authenticate', requestId: expect.any(String) as string } });
    }
    expect(await countKept()).toEqual(before);
  });

  it.each([
    { what: 'without a message', method: 'POST', path: '', body: { alias: 'x' }, errors: { message: 'message can not be empty' } },
    { what: 'with a priority of its own', method: 'POST', path: '', body: { message: 'x', priority: 'High' }, errors: { priority: 'priority should be one of [ P1, P2, P3, P4, P5 ]' } },
    { what: 'with an empty note', method: 'POST', path: '/x/notes?identifierType=alias', body: {}, errors: { note: 'note can not be empty' } },
    { what: 'with no new message', method: 'PUT', path: '/x/message?identifierType=alias', body: {}, errors: { message: 'message can not be empty' } },
  ])('$what is 422 and names the fields', async ({ method, path, body, errors }) => {
    const { key } = await newService();
    const before = await countKept();
    expect(await request(method, `/v2/alerts${path}`, key, body)).toMatchObject({ status: 422, body: { message: 'Request body is not processable. Please check the errors.', errors } });
    expect(await countKept()).toEqual(before);
  });

  it('that is not JSON is 400', async () => {
    const { key } = await newService();
    expect(await request('POST', '/v2/alerts', key, '{"message":')).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^The body is not JSON/) as string } });
  });
});

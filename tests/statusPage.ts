import { expect } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { Notice } from '#domain/statusPage/notice';
import { PublicPage } from '#domain/statusPage/publicStatus';
import { read } from '../functions/src/store/documents';
import { toStored } from '../functions/src/store/instants';
import { command, origin, signIn, unique } from './rouse';
import { at, db, newService, tidyLater } from './store';

/** Sends a command as a seeded person (`primary` where none is named); it must be taken. */
export async function sent(type: string, fields: Record<string, unknown>, who = 'primary'): Promise<CommandAnswer> {
  const { status, body } = await command(await signIn(who), { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}

export type Seen = { status: number; text: string; headers: Headers };
/** What a stranger is answered. */
export async function seen(path: string, init: RequestInit = {}): Promise<Seen> {
  const response = await fetch(origin + path, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}
/** What a stranger's form is answered. */
export const posted = (path: string, fields: Record<string, string> = {}): Promise<Seen> => seen(path, { method: 'POST', body: new URLSearchParams(fields) });

export type Place = { componentId: string; name: string; serviceId: string; key: string };
/** A component of a test's own, which a service of its own touches. */
export async function place(): Promise<Place> {
  const { serviceId, key } = await newService();
  const name = `Component ${unique()}`;
  const { savedId: componentId = '' } = await sent('saveComponent', { componentId: null, name, description: '', group: '', position: 5, serviceIds: [serviceId] }, 'admin');
  tidyLater(async () => { await at.statusComponent(componentId).delete(); });
  return { componentId, name, serviceId, key };
}

/** A new notice's first words. */
export const words = (fields: Record<string, unknown>) => ({ noticeId: null, incidentId: null, phase: 'investigating', seen: 0, ...fields });

/** A notice of a component of its own, published; answers how to go on with it. */
export async function published() {
  const its = await place();
  const title = `Notice ${unique()}`;
  const components = [{ componentId: its.componentId, state: 'majorOutage' }];
  const { savedId: noticeId = '' } = await sent('publishNotice', words({ title, components, text: `Said of ${title}` }));
  const update = (phase: string, text: string, seenSoFar: number) => sent('publishNotice', { noticeId, incidentId: null, title, components, phase, text, seen: seenSoFar });
  return { ...its, title, components, noticeId, update };
}

export const pageNow = async (): Promise<PublicPage> => read(PublicPage, await at.publicPage().get()) ?? expect.fail('there is no page');
export const componentNow = async (id: string) => (await pageNow()).components.find((each) => each.id === id) ?? expect.fail(`there is no ${id}`);
export const noticeNow = async (id: string): Promise<Notice> => read(Notice, await at.notice(id).get()) ?? expect.fail(`there is no ${id}`);

/** Changes the stored page, as time would have; what others publish beside it stays. */
export const changePage = (change: (page: PublicPage) => PublicPage): Promise<void> => db().runTransaction(async (transaction) => {
  const page = read(PublicPage, await transaction.get(at.publicPage())) ?? expect.fail('there is no page');
  transaction.set(at.publicPage(), toStored(change(page)));
});

/** A notice's draft is of this phase, or of any (null). */
export const isDrafted = (phase: string | null) => ([stored]: unknown[]): true | undefined => {
  const found = Notice.safeParse(stored);
  return found.success && found.data.kind === 'incident' && found.data.draft !== null && (phase === null || found.data.draft.phase === phase) ? true : undefined;
};

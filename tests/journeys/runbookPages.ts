import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { Runbook } from '#domain/runbook/runbook';
import { read } from '../../functions/src/store/documents';
import { command, origin, signIn } from '../rouse';
import { at, db, newService, type NewService } from '../store';

/** A runbook's Markdown: its front matter (a line each), and what is below. */
export const source = (title: string, fields: readonly string[], body: string): string => `---\n${[`title: ${title}`, ...fields].join('\n')}\n---\n\n${body}`;
/** A runbook as it is stored; there must be one. */
export const stored = async (id: string): Promise<Runbook> => read(Runbook, await at.runbook(id).get()) ?? expect.fail(`there is no runbook ${id}`);
/** The stored runbooks of this title. */
export const titled = async (title: string): Promise<Runbook[]> => (await db().collection('runbooks').where('title', '==', title).get()).docs.flatMap((found) => read(Runbook, found) ?? []);
/** The id in the address of a screen. */
export const idIn = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
/** Resolves once the page shows a runbook. */
export const opened = (page: Page): Promise<void> => page.waitForURL((url) => /^\/runbooks\/(?!new$)[^/]+$/.test(url.pathname));
const addresses = { Incidents: '/incidents', Runbooks: '/runbooks', More: '/more' } as const;
/** To a place of the app by its bar, as people go; a phone's detail screens have none. */
export async function place(page: Page, name: keyof typeof addresses): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
  if (await link.isVisible()) await link.click();
  else await page.goto(origin + addresses[name]);
}
/** Nobody who looks on is paged: no alarm lies over the screens. */
export const serviceOfAda = (): Promise<NewService> => newService([{ userIds: ['admin'], delaySeconds: 600 }]);
/** Sends a command as this person, without the screens; it must be taken. */
export async function sent(who: string, type: string, fields: Record<string, unknown>): Promise<CommandAnswer> {
  const { status, body } = await command(await signIn(who), { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}
/** Saves a new runbook as Priya; answers its id. */
export const saved = async (markdown: string): Promise<string> =>
  (await sent('primary', 'saveRunbook', { runbookId: null, ownerId: null, note: '', basedOn: null, markdown })).savedId ?? expect.fail('it has no id');

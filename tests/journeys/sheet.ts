import type { Locator, Page } from 'playwright-core';

/** The sheet that is up: its words are slotted into Ionic's dialog, so they are not inside of what has that role. */
export const sheet = (page: Page): Locator => page.locator('.sheet').last();

/** Goes to a part of the incident's screen, by its tab. */
export const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** Every sheet has gone, with its motion: for a moment one that closes is there beside one that opens. */
export const closed = (page: Page): Promise<void> => page.locator('.sheet').first().waitFor({ state: 'detached' });

/** Taps a row of the incident's menu, such as `note`. What it opens is the sheet that is up when this resolves; the menu itself has gone. */
export async function menu(page: Page, row: string): Promise<void> {
  await page.getByTestId('incident-menu').click();
  const chosen = sheet(page).getByTestId(`menu-${row}`);
  await chosen.click();
  await chosen.waitFor({ state: 'detached' });
}

/** Types words into the fields of these labels. */
export async function fill(within: Locator, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(words)) await within.getByLabel(label, { exact: true }).fill(value);
}

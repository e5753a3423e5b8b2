import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { origin } from '../rouse';

/** Other light, and the colours have gone over to it. */
async function inLight(page: Page, colorScheme: Light): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Not before they have begun to, which takes a frame on a busy machine.
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  // Asked for by the colours themselves: what goes over has an animation that runs. One that is held (an alarm's) would be waited for in vain.
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== 'running'), undefined, { timeout: 5_000, polling: 50 });
}

type Light = 'dark' | 'light';
/** By night and by day where all is asked for (ROUSE_SIZES=all); else half of the screens by the one and half by the other, for twenty minutes are short. */
const lightsOf = (what: string): readonly Light[] => (process.env.ROUSE_SIZES === 'all' ? ['dark', 'light'] : [what.length % 2 === 0 ? 'dark' : 'light']);

/** Without frames in it (the app has none) a page is looked at where it is, and not put together in a second one: half the time. The second time only the colours are others. */
const axeOf = (page: Page, isFirst: boolean, without: string[]) => {
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules(without);
  return isFirst ? axe : axe.withRules(['color-contrast', 'link-in-text-block']);
};

/**
 * What axe (WCAG 2.2 A and AA and its best practices) finds on the screen as it is, in the lights that are asked for, one line each;
 * `what` says which screen that is, `without` names rules that cannot see it.
 */
export async function violationsOf(page: Page, what: string, without: string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const [turn, light] of lightsOf(what).entries()) {
    await inLight(page, light);
    const { violations } = await axeOf(page, turn === 0, without).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${what} ${light} ${id}: ${String(target)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`)));
  }
  return found;
}

/** The same of a screen, once everything that it asked for is on it. */
export async function violationsAt(page: Page, path: string): Promise<string[]> {
  await page.goto(origin + path);
  await page.locator('h1').first().waitFor();
  await drawn(page);
  return violationsOf(page, path);
}

/** Nothing loads any more. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null, undefined, { timeout: 10_000, polling: 50 });
}

/** Lends one thing to one borrower at a time, in the order in which they ask. */
export function lender<T>(thing: T): <R>(use: (thing: T) => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (use) => {
    const mine = last.then(() => use(thing));
    last = mine.catch(() => undefined);
    return mine;
  };
}

import type { Locator } from 'playwright-core';

/** Moves a finger over an element by so many px sideways, as Chromium hands a touch screen's to the page (Chrome DevTools Protocol, Input.dispatchTouchEvent). */
export async function swipe(element: Locator, by: number): Promise<void> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('there is nothing on the screen to swipe');
  const [x, y] = [box.x + box.width / 2 - by / 2, box.y + box.height / 2];
  const devTools = await element.page().context().newCDPSession(element.page());
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 10; step += 1) await devTools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + (by * step) / 10, y }] });
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await devTools.detach();
}

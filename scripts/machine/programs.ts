import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../root';

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The full path of the first of `names` that is on the PATH. */
export const onPath = (names: string[], path = process.env.PATH ?? ''): string | undefined =>
  names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name))).find(runs);

/** A full Chromium for the journeys: CHROMIUM_PATH, one on the PATH, Chrome on a Mac, or the one that Playwright installed. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  [
    env.CHROMIUM_PATH,
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], env.PATH),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ].find((path) => path !== undefined && path !== '' && runs(path));

/** Where `npm test` unpacks Debian's Alertmanager, so that nothing has to be installed, and no service starts. */
export const alertmanagerFolder = join(root, 'node_modules/.cache/rouse/alertmanager');

/** A PATH on which the programs of this repository's own cache are found too. */
export const pathWithCache = (): string =>
  [join(alertmanagerFolder, 'usr/bin'), process.env.PATH ?? ''].join(delimiter);

/**
 * Where Debian's Alertmanager reads its templates from: a path built into the program (Debian's patch of 0.25). Without
 * them it ends with 1 as soon as it has read its configuration, whatever that says.
 */
export const alertmanagerTemplates = '/usr/share/prometheus/alertmanager';

/** Whether Alertmanager and its client are there and can run, for the tests with a real sender. */
export const hasAlertmanager = (): boolean => {
  const found = onPath(['prometheus-alertmanager'], pathWithCache());
  const unpacked = found?.startsWith(alertmanagerFolder) ?? false;
  return found !== undefined && onPath(['amtool'], pathWithCache()) !== undefined
    && (!unpacked || existsSync(join(alertmanagerTemplates, 'default.tmpl')));
};

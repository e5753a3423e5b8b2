import { refreshStatusPage } from '../../functions/src/statusPage/refresh';
import { at } from '../../functions/src/store/documents';
import { seedDetection } from './detection';
import { seedDrills } from './drills';
import { seedHistory } from './history';
import { seedOnCall } from './oncall';
import { seedPeople } from './people';
import { seedServices } from './services';
import { seedStatusPage } from './statusPage';

/**
 * Fills an empty Rouse with what local mode promises; nothing is touched where it was filled before, so that data survive a restart. `demo` adds
 * two services, resolved history, what detects and classifies (tools, rules, a heartbeat, a maintenance window, changes), and a schedule that follows the sun.
 */
export async function seed({ fresh, demo }: { fresh: boolean; demo: boolean }): Promise<void> {
  const filled = (await at.service('checkout').get()).exists;
  if (filled && !fresh && !demo) return;
  if (!filled || fresh) await seedPeople();
  const policy = await seedServices(demo);
  if (!demo) return refreshStatusPage();
  await seedHistory(policy, Date.now());
  await seedStatusPage(Date.now());
  await seedDetection(Date.now());
  await seedOnCall(Date.now());
  await seedDrills(Date.now());
}

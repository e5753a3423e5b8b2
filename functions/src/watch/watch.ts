import { DAY, MINUTE } from '#domain/time/instant';
import { refreshHolidayCalendars } from '../calendar/refreshHolidays';
import { type Job, runJob } from './job';
import { refreshStatusPage } from '../statusPage/refresh';
import { watchActionItems } from './watchActionItems';
import { watchDevices } from './watchDevices';
import { watchFindings } from './watchFindings';
import { watchNights } from './watchNights';
import { watchShifts } from './watchShifts';

/** What the sweep looks after besides incidents. Each job tells everything once, however often it runs. */
const jobs: readonly Job[] = [
  { name: 'shifts', every: MINUTE, run: watchShifts },
  { name: 'devices', every: 5 * MINUTE, run: watchDevices },
  { name: 'nights', every: 5 * MINUTE, run: watchNights },
  { name: 'statusPage', every: MINUTE, run: refreshStatusPage },
  { name: 'actionItems', every: 5 * MINUTE, run: watchActionItems },
  { name: 'holidays', every: DAY, run: async (now) => { await refreshHolidayCalendars(now); } },
  { name: 'findings', every: DAY, run: watchFindings },
];

/** Runs the jobs whose interval is over; called by every pass of the sweep. One that throws stops no other. `now`: ms since epoch. True: none threw. */
export async function runWatches(now: number): Promise<boolean> {
  const outcomes = await Promise.all(jobs.map((job) => runJob(job, now)));
  return outcomes.every(Boolean);
}

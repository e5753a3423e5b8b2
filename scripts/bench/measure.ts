import { FakeFcm } from '../../tests/fakes/fcm';
import { oneProcess } from '../../tests/oneProcess';
import { origin as suiteOrigin } from '../../tests/rouse';
import { countDocuments, sum } from '../../tests/writes';
import { measureRows } from './rows';
import { storm, type Storm } from './storm';

/** What is no cost of deciding: the inbox itself. */
const inbox = ['events', 'events/parts'];

/** Runs the measurements and prints them; true when every goal was met. */
export async function measure(only: string | undefined, say: (line: string) => void): Promise<boolean> {
  const fcm = new FakeFcm();
  await fcm.listen();
  const entry = { at: 0 };
  const server = await oneProcess(() => { entry.at = performance.now(); });
  const counter = countDocuments();
  let good = true;
  const row = (name: string, value: string, goal: string, met: boolean) => {
    good &&= met;
    console.log(`${met ? 'met   ' : 'MISSED'}  ${name.padEnd(58)} ${value.padEnd(44)} goal: ${goal}`);
  };
  try {
    if (only === undefined || only === 'rows') await measureRows({ origin: server.origin, entry, counter, fcm, row, say });
    if (only === undefined || only === 'one') {
      say('A storm of 10,000 through one process, 200 at a time.');
      counter.reset();
      const result = await storm(server.origin, { requests: 10_000, distinct: 100, atOnce: 200 });
      report('one process', result, row);
      row('one process: documents written beyond the inbox', `${sum(counter.touched.writes, inbox)} ${JSON.stringify(counter.touched.writes)}`, '< 1,000', sum(counter.touched.writes, inbox) < 1_000);
      console.log(`        reads by kind: ${JSON.stringify(counter.touched.reads)}`);
    }
    if (only === undefined || only === 'suite') {
      say('A storm of 10,000 through the functions emulator, 100 at a time.');
      report('emulator', await storm(suiteOrigin, { requests: 10_000, distinct: 100, atOnce: 100 }), row);
    }
  } finally {
    await server.close();
    await fcm.close();
  }
  return good;
}

function report(where: string, result: Storm, row: (name: string, value: string, goal: string, met: boolean) => void): void {
  const { requests, seconds, statuses, incidents, pages, exact, settledMilliseconds, firstPageMilliseconds, otherAlone, otherInStorm } = result;
  const failed = Object.entries(statuses).filter(([status]) => Number(status) >= 500).reduce((total, [, count]) => total + count, 0);
  row(`${where}: answers`, `${JSON.stringify(statuses)} in ${seconds.toFixed(1)} s (${Math.round(requests / seconds)}/s)`, 'no 5xx', failed === 0);
  row(`${where}: incidents, pages`, `${incidents}, ${pages}`, '1, 1', incidents === 1 && pages === 1);
  row(`${where}: first page after the first alert`, `${firstPageMilliseconds.toFixed(0)} ms`, '< 2,000 ms', firstPageMilliseconds < 2_000);
  row(`${where}: counts`, exact ? `exact, ${(settledMilliseconds / 1_000).toFixed(1)} s after the last answer` : 'NOT exact', 'exact per alert and incident', exact);
  row(`${where}: a second service's page, alone and in mid-storm`, `${otherAlone.toFixed(0)} ms, ${otherInStorm.toFixed(0)} ms`, 'at most 1,000 ms later', otherInStorm - otherAlone <= 1_000);
}

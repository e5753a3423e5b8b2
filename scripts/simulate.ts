/**
 * `npm run simulate -- [steps]` (or ROUSE_STEPS; a million without): the real backend in virtual time on a store in memory, with random organisations, alerts,
 * people, crashes, lost wake-ups and clocks that differ, until so many steps are done or an invariant is broken. ROUSE_SEED begins elsewhere. Two processes
 * share the work; each part of 10,000 steps has a seed of its own, which is printed where something breaks.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readCode, simulate, told } from '../tests/simulation/simulate';
import { sayWithTime as say } from './say';

const part = 10_000;
const workers = 2;
type Order = { seed: number; steps: number };
type Report = { seed: number; steps: number; commits: number; sends: number; crashes: number; broken: string | null };

/** Lives through the parts that the parent sends, and reports each. */
async function work(): Promise<void> {
  const code = await readCode();
  process.on('message', (order: Order) => {
    void simulate(code, order).then(({ counts: { steps, commits, sends, crashes }, broken }) => {
      process.send?.({ seed: order.seed, steps, commits, sends, crashes, broken: broken === undefined ? null : told(broken) } satisfies Report);
    });
  });
  process.send?.('ready');
}

async function main(steps: number, firstSeed: number): Promise<number> {
  const began = performance.now();
  const total: Omit<Report, 'seed'> = { steps: 0, commits: 0, sends: 0, crashes: 0, broken: null };
  let given = 0;
  let seed = firstSeed;
  say(`${steps} steps, from seed ${seed} on.`);
  const give = (child: ChildProcess) => {
    if (given >= steps || total.broken !== null) {
      child.disconnect();
      return;
    }
    const order: Order = { seed: seed++, steps: Math.min(part, steps - given) };
    given += order.steps;
    child.send(order);
  };
  const children = Array.from({ length: workers }, () => fork(new URL(import.meta.url).pathname, ['--worker'], { execArgv: [...process.execArgv, '--max-semi-space-size=64'] }));
  for (const child of children) {
    child.on('message', (report: 'ready' | Report) => {
      if (report !== 'ready') {
        for (const name of ['steps', 'commits', 'sends', 'crashes'] as const) total[name] += report[name];
        total.broken ??= report.broken;
        const perSecond = Math.round(total.steps / ((performance.now() - began) / 1_000));
        say(`seed ${report.seed}: ${report.broken === null ? 'nothing is broken' : 'broken'}; ${total.steps} steps in all, ${perSecond} a second, ${total.commits} commits, ${total.sends} pages sent, ${total.crashes} crashes.`);
      }
      give(child);
    });
  }
  const codes = await Promise.all(children.map(async (child) => Number((await once(child, 'exit'))[0] ?? 1)));
  if (total.broken !== null) console.log(`\n${total.broken}`);
  else if (codes.every((code) => code === 0)) say(`No invariant is broken in ${total.steps} steps.`);
  return total.broken === null && codes.every((code) => code === 0) ? 0 : 1;
}

if (process.argv.includes('--worker')) await work();
else process.exit(await main(Number(process.argv[2] ?? process.env.ROUSE_STEPS ?? 1_000_000), Number(process.env.ROUSE_SEED ?? 1)));

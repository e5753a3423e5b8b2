import { expect, it } from 'vitest';
import { readCode, simulate, told } from './simulate';

/** The real backend in a few hundred organisations: alerts, people, crashes, lost wake-ups and clocks that differ. `npm run simulate` goes on for a million steps. */
it('whatever happens, no invariant is broken in 20,000 steps', async () => {
  const seed = Number(process.env.ROUSE_SEED ?? 2026);
  const { counts, broken } = await simulate(await readCode(), { steps: Number(process.env.ROUSE_STEPS ?? 20_000), seed });
  expect(broken === undefined ? 'nothing is broken' : told(broken)).toBe('nothing is broken');
  // A simulation in which little happened would prove nothing.
  const { steps, sends, crashes, sweeps, wakes, accepted } = counts;
  for (const count of [sends, crashes, sweeps, wakes, accepted]) expect(count).toBeGreaterThan(steps / 40);
}, 900_000);

it('the same seed lives the same life', async () => {
  const [one, other] = [await simulate(await readCode(), { steps: 300, seed: 7 }), await simulate(await readCode(), { steps: 300, seed: 7 })];
  expect(other.counts).toEqual(one.counts);
});

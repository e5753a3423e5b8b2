import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewCase } from './preview/cases';
import { compare, differences, isBurst } from './preview/reality';
import { readCode } from './simulate';

/** What people are shown before something happens is what happens then: the preview against the running backend, message for message. ROUSE_CASES: how many. */
it('a preview is what happens, in organisation after organisation', async () => {
  const code = await readCode();
  let [compared, messages] = [0, 0];
  await fc.assert(fc.asyncProperty(previewCase, async (given) => {
    const one = await compare(code, given);
    fc.pre(!isBurst(one));
    expect(differences(one)).toEqual([]);
    compared += 1;
    messages += one.preview.length;
  }), { seed: Number(process.env.ROUSE_SEED ?? 2026), numRuns: Number(process.env.ROUSE_CASES ?? 100), interruptAfterTimeLimit: Number(process.env.ROUSE_LIMIT_MS ?? 100_000) });
  expect(messages).toBeGreaterThan(compared);
}, 1_200_000);

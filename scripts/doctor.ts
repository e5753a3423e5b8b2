/**
 * `npm run doctor`: what this machine lacks, each with the command that mends it; exit code 1 if `npm start` cannot work.
 * `npm run doctor -- --deployed https://PROJECT.web.app [--key INTEGRATION-KEY]` asks a deployment instead.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { allGood, sayFinding, type Finding } from './doctor/finding';

const Options = z.object({ deployed: z.url({ protocol: /^https?$/ }).optional(), key: z.string().min(1).optional() });

const examine = async (): Promise<Finding[]> => {
  const { values } = parseArgs({ options: { deployed: { type: 'string' }, key: { type: 'string' } } });
  const options = Options.safeParse(values);
  if (!options.success) throw new Error('Give it like this: npm run doctor -- --deployed https://PROJECT.web.app --key INTEGRATION-KEY');
  const { deployed, key } = options.data;
  if (deployed === undefined) {
    // Loaded only here: it needs the packages, which this very program may find missing.
    const { examineMachine } = await import('./doctor/machine');
    return examineMachine();
  }
  const { examineDeployment } = await import('./doctor/deployed');
  return examineDeployment(new URL(deployed).origin, key);
};

try {
  const findings = await examine();
  for (const finding of findings) console.log(sayFinding(finding));
  process.exit(allGood(findings) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

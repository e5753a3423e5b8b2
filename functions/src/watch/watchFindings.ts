import { z } from 'zod';
import { findingsOf } from '#domain/proof/check';
import { Finding } from '#domain/proof/proof';
import { findingsTelling } from '#domain/readiness/findingsSince';
import { Instant } from '#domain/time/instant';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { tellAll } from './tell';

/** `findings/latest`: what the last check of the next 60 days found. Findings beyond the first 500 are the same trouble again. */
const Findings = z.strictObject({ checkedAt: Instant, findings: z.array(Finding) });
const most = 500;

/** Checks the next 60 days, keeps what it found for the screens, and tells the admins of problems that are new. */
export async function watchFindings(now: number): Promise<void> {
  const facts = await configuration();
  const snapshot = await at.findings().get();
  const before = read(Findings, snapshot)?.findings ?? null;
  const findings = findingsOf(facts, now).slice(0, most);
  await tellAll(findingsTelling(before, findings, facts, now));
  await snapshot.ref.set(toStored({ checkedAt: now, findings }));
}

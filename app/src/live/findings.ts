import { Finding } from '#domain/proof/proof';
import { Instant } from '#domain/time/instant';
import { z } from 'zod';
import { watchedDocument } from './watch';

/** `findings/latest`: what the last check of the next 60 days found, and when that was. */
export const Findings = z.strictObject({ checkedAt: Instant, findings: z.array(Finding) });
export type Findings = z.infer<typeof Findings>;

/** The last check's findings; null before the first one. Members only. */
export const latestFindings = watchedDocument('findings/latest', Findings);

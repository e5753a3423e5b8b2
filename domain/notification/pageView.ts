import { z } from 'zod';
import { Severity } from '../incident/severity';
import { Instant } from '../time/instant';

const who = z.object({ name: z.string(), number: z.string() });

/**
 * What a page's token shows of its incident, to its own person, without a session: `GET /v1/pages/{token}` answers it beside the lock screen's words, the service
 * worker keeps it, and the app draws the first screen from it. Not strict: an app that is older than its server leaves out what it does not know.
 */
export const PageView = z.object({
  /** What the button does: take the page, or accept what somebody asks. */
  kind: z.enum(['page', 'request']),
  incidentId: z.string(), title: z.string(), severity: Severity, serviceName: z.string(),
  triggeredAt: Instant, alertsFiring: z.number().int().min(0),
  status: z.enum(['triggered', 'acknowledged', 'monitoring', 'resolved']),
  /** Who has it. */
  holder: z.string().nullable(),
  /** What was true when this was answered, and when that was. */
  statusLine: z.string(), answeredAt: Instant,
  /** "You are primary." */
  why: z.string(),
  /** Who is paged if nobody acknowledges, without the reader (whom `again` stands for), and when. null: nothing escalates. */
  next: z.object({ names: z.array(z.string()), again: z.boolean(), at: Instant }).nullable(),
  /** `firstStep`: the first open one, in plain words; `firstCommand`: what to copy for it, variables filled but those `missing`; `markdown`: the whole, without front matter. */
  runbook: z.object({
    id: z.string(), title: z.string(), firstStep: z.string(), firstCommand: z.object({ text: z.string(), missing: z.array(z.string()) }).nullable(), markdown: z.string(),
  }).nullable(),
  /** `dial`: a `tel:` address. */
  room: z.object({ name: z.string(), url: z.url({ protocol: /^https$/ }).nullable(), dial: z.string().regex(/^tel:/).nullable() }).nullable(),
  /** What to answer by SMS, where a page of this episode came by SMS, and to which number. */
  smsCode: z.number().int().nullable(), smsNumber: z.string().nullable(),
  /** The others who are paged, or next, and have said that responders may call them; who is next comes first. */
  callNumbers: z.array(who),
  /** Until when the token may act. */
  expiresAt: Instant,
});
export type PageView = z.infer<typeof PageView>;

/** The most of a runbook that travels with a page, in bytes of UTF-8. */
export const mostOfRunbook = 30_000;

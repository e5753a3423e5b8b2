import type { EscalationPolicy } from '../escalation/policy';
import type { Incident } from '../incident/incident';
import { open } from '../incident/open';
import type { Severity } from '../incident/severity';
import type { Service } from '../service/service';
import { DAY, HOUR, type Instant } from '../time/instant';
import { previewWords } from './previewWords';
import type { Preview, PreviewedMessage } from './proof';
import { type Receipts, runAhead, type RunFacts, type SentAhead } from './runAhead';

export type PreviewFacts = RunFacts & Readonly<{ policies: Readonly<Record<string, EscalationPolicy>>; services: Readonly<Record<string, Service>> }>;

/** What is asked about: an alert of this severity that fires for this service at `at` (ms since epoch). */
export type Asked = { service: Service; severity: Severity; at: Instant };

/** What a service without its policy pages by: nobody, so that it goes to the admins. */
const noPolicy: EscalationPolicy = { id: 'last-resort', name: 'Last resort', rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'nobody' }], delaySeconds: 60 }] };

/**
 * Who is paged, when and on what, if that alert fires and nobody acknowledges. It is the domain itself run ahead, not a second telling of its rules. `receipts`: whether
 * pushes arrive; with `none` the next link that goes another way comes 20 s after a push. Looks a day ahead unless `until` says otherwise, and past what a low
 * urgency waits for; routing rules and maintenance windows come before all this and are not asked.
 */
export function previewPaging({ service, severity, at }: Asked, facts: PreviewFacts, { until, receipts = 'all' }: { until?: Instant; receipts?: Receipts } = {}): Preview {
  const policy = facts.policies[service.policyId] ?? noPolicy;
  // The service as asked about, also where it is not saved yet: the hours that a low urgency waits for are read from the facts.
  const known = { ...facts, service, policy, services: { ...facts.services, [service.id]: service } };
  const opened = open({
    id: previewId, title: 'Preview', description: '', severity, type: 'outage', links: [], startedAt: null, detectedAt: at, linkedTo: null, declaredBy: null,
  }, known, at);
  const latest = Math.max(at, ...opened.requests.map(({ dueAt }) => dueAt));
  // A chain's last link comes an hour after its beginning at most.
  const run = runAhead(opened, known, at, { limit: until ?? Math.max(at + DAY, latest + 2 * HOUR), receipts });
  return { urgency: opened.incident.urgency, messages: run.sent.map(previewed), words: previewWords(run, service, known), until: run.until };
}

const previewId: Incident['id'] = 'INC-000000';

function previewed({ at, notification, place: { round, step, lastResort } }: SentAhead): PreviewedMessage {
  const { userId, userName, why, channel, methodId } = notification;
  return { at, userId, name: userName, why, channel, methodId, round, step, lastResort };
}

import { DestinationSecret } from '#domain/destination/destination';
import { Alert } from '#domain/incident/alert';
import { enabledDestination } from '#domain/plan/channel';
import type { PlanStep } from '#domain/plan/plan';
import { labelsOf } from '#domain/runbook/filled';
import { callAction } from '../../command/respond/callAction';
import { idOf } from '../../identity/identity';
import { appUrl } from '../../send/channels';
import { destinationSecretId } from '../../send/chat/tellDestination';
import { at, read } from '../../store/documents';
import { secretOf } from '../../store/secrets';
import type { Doing } from '../claim';
import { type Did, did } from '../did';

/** Alerts whose labels a call tells at most. */
const mostAlerts = 200;

/**
 * Calls a signed webhook to diagnose; what it answers stands in the timeline. Its id is the same at every try, so that a receiver knows what it has seen. What says nothing in time is not called
 * again by itself: it may still be at work.
 */
export async function callWebhook({ incident, step, facts }: Doing, { destinationId, name }: Extract<PlanStep, { kind: 'callWebhook' }>): Promise<Did> {
  const destination = enabledDestination(destinationId, facts);
  const stored = destination?.kind === 'webhook' ? await secretOf(destinationSecretId(destination.id)) : undefined;
  // Written by saveDestination, and by nobody else.
  const address = DestinationSecret.safeParse(stored === undefined ? undefined : JSON.parse(stored));
  if (!address.success || address.data.secret === null) return did('failed', 'Its webhook is removed or switched off.');
  const { id, title, severity, status, serviceId, serviceName, drillId } = incident;
  const { docs } = await at.incident(id).collection('alerts').limit(mostAlerts).get();
  const called = await callAction({ url: address.data.url, secret: address.data.secret }, idOf('plan', id, step.id), {
    type: 'plan.step', timestamp: new Date(step.at ?? Date.now()).toISOString(), name, isDrill: drillId !== null,
    incident: { id, title, severity, status, serviceId, serviceName, url: `${appUrl() ?? ''}/incidents/${id}` },
    labels: labelsOf(docs.flatMap((found) => read(Alert, found) ?? [])), requestedBy: step.by === null ? null : { name: step.by.name },
  });
  const words = called.result === '' ? 'It answered without a word.' : called.result;
  const kind = called.ok ? 'done' : mayPass(called.result) ? 'retry' : 'failed';
  return { outcome: { kind, result: words.replace(/\s+/g, ' '), words }, isTold: false };
}

/** By the words of `callAction`, which are all that it tells: an overloaded or restarting server, or none there. */
const mayPass = (result: string): boolean => /^It (?:answered (?:5\d\d|429)|could not be reached)/.test(result);

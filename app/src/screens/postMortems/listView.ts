import type { Incident } from '#domain/incident/incident';
import type { PostMortem, PostMortemState } from '#domain/postMortem/postMortem';

export type Filters = { typed: string; state: PostMortemState | 'all'; serviceId: string };

/** The post-mortems of this state and service in which every word that is typed occurs: in the title, the service, what is written (the cause with it), or an action item. The newest first. */
export function listOf(all: readonly PostMortem[], { typed, state, serviceId }: Filters): PostMortem[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return all
    .filter((one) => (state === 'all' || one.state === state) && (serviceId === '' || one.serviceId === serviceId))
    .filter((one) => {
      if (words.length === 0) return true;
      const text = [one.incidentId, one.title, one.serviceName, ...Object.values(one.sections).map((section) => section.text), ...one.actionItems.map(({ title }) => title)].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.triggeredAt - a.triggeredAt);
}

/** The services that post-mortems were written of, by name. */
export function servicesIn(all: readonly PostMortem[]): { id: string; name: string }[] {
  return [...new Map(all.map(({ serviceId, serviceName }) => [serviceId, serviceName]))].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether the runbook or known problem of an incident can be begun from its post-mortem: where to. */
export function followUps({ runbookId, serviceId, title }: Pick<Incident, 'runbookId' | 'serviceId' | 'title'>): { runbook: string; problem: string } {
  return {
    runbook: runbookId === null ? `/runbooks/new?service=${encodeURIComponent(serviceId)}` : `/runbooks/${encodeURIComponent(runbookId)}/edit`,
    problem: `/problems/new?${new URLSearchParams({ service: serviceId, title: title.slice(0, 160) }).toString()}`,
  };
}

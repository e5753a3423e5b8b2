import type { Incident } from '#domain/incident/incident';

type Named = { id: string; name: string };

/** Up to so many services, all of them are shown at once. */
const FEW = 12;

/** The services to choose from: all where they are few, else those of the incidents at hand and the chosen ones, and the `others` in a list. By name. */
export function servicesToChoose(every: readonly Named[], incidents: readonly Incident[], chosen: readonly string[]): { near: Named[]; others: Named[] } {
  const all = new Map<string, Named>(incidents.map(({ serviceId, serviceName }) => [serviceId, { id: serviceId, name: serviceName }]));
  for (const { id, name } of every) all.set(id, { id, name });
  for (const id of chosen) if (!all.has(id)) all.set(id, { id, name: id });
  const sorted = [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
  if (sorted.length <= FEW) return { near: sorted, others: [] };
  const isNear = ({ id }: Named) => chosen.includes(id) || incidents.some(({ serviceId }) => serviceId === id);
  return { near: sorted.filter(isNear), others: sorted.filter((service) => !isNear(service)) };
}

/** The tags of the incidents at hand and the chosen ones, the most frequent first; at most 20. */
export function tagsToChoose(incidents: readonly Incident[], chosen: readonly string[]): string[] {
  const counts = new Map<string, number>(chosen.map((tag) => [tag, Infinity]));
  for (const tag of incidents.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, times], [b, otherTimes]) => (times === otherTimes ? a.localeCompare(b) : otherTimes - times)).map(([tag]) => tag).slice(0, 20);
}

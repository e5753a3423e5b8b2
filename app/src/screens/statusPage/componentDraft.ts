import type { StatusComponent } from '#domain/statusPage/component';
import type { Issue } from '../../commands/send';
import type { Wish } from '../../commands/wish';

/** A component as it is typed. `place`: its position, as digits. */
export type ComponentDraft = { name: string; description: string; group: string; place: string; serviceIds: string[] };
type ServiceOf = { id: string; statusComponentId: string | null };

/** What the form starts with: the component with the services that touch it, or an empty one behind all others. */
export function componentDraftOf(component: StatusComponent | null, all: readonly StatusComponent[], services: readonly ServiceOf[]): ComponentDraft {
  if (component === null) return { name: '', description: '', group: '', place: String(Math.min(1000, Math.max(0, ...all.map(({ position }) => position + 1)))), serviceIds: [] };
  const { id, name, description, group, position } = component;
  return { name, description, group, place: String(position), serviceIds: services.filter(({ statusComponentId }) => statusComponentId === id).map((service) => service.id) };
}

type ComponentWish = Omit<Extract<Wish, { type: 'saveComponent' }>, 'type' | 'componentId'>;

/** The component that was typed, or what is wrong with it. */
export function componentOf({ name, description, group, place, serviceIds }: ComponentDraft): ComponentWish | { issues: Issue[] } {
  const position = Number(place);
  const issues: Issue[] = [
    ...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
    ...(place.trim() !== '' && Number.isInteger(position) && position >= 0 && position <= 1000 ? [] : [{ path: 'position', message: 'must be a number from 0 to 1000' }]),
  ];
  return issues.length > 0 ? { issues } : { name: name.trim(), description: description.trim(), group: group.trim(), position, serviceIds };
}

/** The groups that there are, once each, by name: what a new component may join. */
export const groupNames = (components: readonly StatusComponent[]): string[] => [...new Set(components.map(({ group }) => group).filter((group) => group !== ''))].sort((a, b) => a.localeCompare(b));

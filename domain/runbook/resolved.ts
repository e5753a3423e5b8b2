import type { Destination } from '../destination/destination';
import type { Service } from '../service/service';
import type { Problem } from './frontMatter';
import type { AboutRunbook } from './runbook';

type Known = { services: readonly Pick<Service, 'id' | 'name'>[]; destinations: readonly Pick<Destination, 'id' | 'name' | 'kind'>[] };

/** A front matter with ids in place of what its writer called services and webhooks (an id, or a name in any case), and what could not be found. */
export function resolved(about: AboutRunbook, { services, destinations }: Known): { about: AboutRunbook; problems: Problem[] } {
  const problems: Problem[] = [];
  const find = <T extends { id: string; name: string }>(all: readonly T[], word: string, path: string, missing: string): string | undefined => {
    const named = all.filter(({ name }) => name.toLowerCase() === word.toLowerCase());
    const found = all.find(({ id }) => id === word) ?? (named.length === 1 ? named[0] : undefined);
    if (found === undefined) problems.push({ path, message: named.length > 1 ? `${word} is the name of several. Write the id of one.` : missing, refuses: true });
    return found?.id;
  };
  const serviceIds = about.services.flatMap((word, index) => find(services, word, `services.${index}`, `there is no service ${word}. ${listed('Services', services)}`) ?? []);
  const webhooks = destinations.filter(({ kind }) => kind === 'webhook');
  const actions = about.actions.flatMap((action, index) => {
    const other = destinations.find(({ id, name, kind }) => kind !== 'webhook' && (id === action.destinationId || name === action.destinationId));
    const id = find(webhooks, action.destinationId, `actions.${index}.webhook`, other === undefined
      ? `there is no webhook ${action.destinationId}. ${listed('Webhooks', webhooks)}` : `${other.name} is a chat channel. An action calls a destination of the kind webhook.`);
    return id === undefined ? [] : [{ ...action, destinationId: id }];
  });
  return { about: { ...about, services: [...new Set(serviceIds)], actions }, problems };
}

function listed(what: string, all: readonly { name: string }[]): string {
  if (all.length === 0) return `${what}: none yet.`;
  return `${what}: ${all.slice(0, 8).map(({ name }) => name).join(', ')}${all.length > 8 ? ', …' : ''}.`;
}

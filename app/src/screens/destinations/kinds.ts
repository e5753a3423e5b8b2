import type { Destination } from '#domain/destination/destination';

type Kind = Destination['kind'];

/** What each kind is called, what it is, and how its address is come by. */
export const kinds: Record<Kind, { title: string; detail: string; steps: string[]; placeholder: string }> = {
  slack: {
    title: 'Slack', detail: 'A message in a channel.', placeholder: 'https://hooks.slack.com/services/…',
    steps: ['Open api.slack.com/apps and create an app for your workspace.', 'Under Incoming Webhooks, switch them on and add one to the channel.', 'Copy the webhook URL.'],
  },
  teams: {
    title: 'Microsoft Teams', detail: 'A card in a channel.', placeholder: 'https://….webhook.office.com/…',
    steps: ['In the channel, open Workflows from the menu at its name.', 'Choose “Send webhook alerts to a channel”, and the channel.', 'Copy the URL that it shows at the end.'],
  },
  webhook: {
    title: 'Webhook', detail: 'A signed POST to an address of your own.', placeholder: 'https://example.com/rouse',
    steps: ['Make an HTTPS address that takes a POST with JSON and answers 2xx within 10 s.', 'Rouse shows a secret after you save. Check each request’s signature with it.'],
  },
};

export const kindOptions = (['slack', 'teams', 'webhook'] as const).map((key) => ({ key, ...kinds[key] }));

/** What is wrong with a typed address; null: it may be sent. An address that Rouse refuses to post to is refused by the server. */
export function addressProblem(url: string): string | null {
  if (url === '') return 'is needed';
  if (!URL.canParse(url)) return 'is no web address';
  const { protocol, username } = new URL(url);
  if (protocol !== 'https:') return 'must begin with https://';
  return username === '' ? null : 'must not have a name and a password in it';
}

/** Whom a destination hears of, in words: `told of Checkout and Identity`, `only told as a step of a policy`. */
export function follows(serviceIds: readonly string[], services: readonly { id: string; name: string }[]): string {
  if (serviceIds.length === 0) return 'told only as a step of a policy';
  const names = serviceIds.map((id) => services.find((service) => service.id === id)?.name ?? 'a removed service').sort();
  return `told of ${names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`}`;
}

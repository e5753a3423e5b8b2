import type { MatchReason } from '#domain/runbook/match';
import type { Runbook } from '#domain/runbook/runbook';

/** Why this runbook is shown with an incident of this service, in words; null: somebody chose it by hand. */
export function whyWords(why: MatchReason | null, serviceName: string, { about }: Pick<Runbook, 'about'>): string {
  switch (why) {
    case 'rule': return `Named for it by ${serviceName}, or by a routing rule`;
    case 'labels': return `An alert has its labels: ${Object.entries(about?.labels ?? {}).map(([name, value]) => `${name} ${value}`).join(', ')}`;
    case 'service': return `Written for ${serviceName}`;
    case null: return 'Chosen by you: nothing in it names this incident';
    default: return why satisfies never;
  }
}

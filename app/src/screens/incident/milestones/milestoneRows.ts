import type { Command } from '#domain/command/command';
import type { Incident, Milestone } from '#domain/incident/incident';

/** One milestone as a button. `reachedAt` (ms since epoch) null: not yet; `canTap`: a tap does something; `isUnsent`: it was tapped, and no answer came. */
export type MilestoneRow = { milestone: Milestone; title: string; words: string; reachedAt: number | null; canTap: boolean; isUnsent: boolean };

type OfIncident = Pick<Incident, 'status' | 'clocks'>;

/** The three milestones with what a tap does; `watchMinutes` of the incident's severity. */
export function milestoneRows({ status, clocks }: OfIncident, watchMinutes: number, unsent: readonly Command[]): MilestoneRow[] {
  const row = (milestone: Milestone, title: string, reachedAt: number | null, words: string, again: boolean): MilestoneRow => ({
    milestone, title, words, reachedAt, canTap: status !== 'resolved' && (reachedAt === null || again),
    isUnsent: unsent.some((command) => command.type === 'setMilestone' && command.milestone === milestone),
  });
  const watches = status === 'monitoring' ? `The ${watchMinutes} min of watching begin anew.` : `Then it is watched for ${watchMinutes} min.`;
  // A fix that did not hold is deployed again: its first time stays, and it is watched once more.
  const again = status === 'triggered' || status === 'acknowledged';
  return [
    row('rootCauseIdentified', 'Root cause identified', clocks.rootCauseIdentifiedAt, 'The phase becomes Identified.', false),
    row('fixDeployed', 'Fix deployed', clocks.fixDeployedAt, watches, again),
    row('serviceRestored', 'Service restored', clocks.mitigatedAt, `It works again for people. ${watches}`, again),
  ];
}

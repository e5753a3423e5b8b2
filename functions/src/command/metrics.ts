import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { MetricsTargets } from '#domain/metrics/targets';
import type { Person } from '#domain/people/person';
import { at } from '../store/documents';
import { save } from '../store/saved';

/** Saves what the metrics are held against. Nothing that is stored changes with it: a dashboard compares when it is read. */
export async function saveMetricsTargets({ targets, commandId }: Extract<ConfigurationCommand, { type: 'saveMetricsTargets' }>, sender: Person): Promise<CommandAnswer> {
  await save({ ref: at.metricsTargets(), schema: MetricsTargets, sender, commandId, change: () => targets });
  return { outcome: 'done', code: 'saveMetricsTargets', message: 'Saved. All figures, past ones too, are held against it.' };
}

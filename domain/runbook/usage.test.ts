import { describe, expect, it } from 'vitest';
import { MINUTE } from '../time/instant';
import { stepsOf } from './steps';
import { usageOf } from './usage';

describe('how a runbook was used', () => {
  const markdown = '1. Look\n2. Restart\n3. Wait\n';
  const [look, restart] = stepsOf(markdown).map(({ key }) => key);
  const clocks = (fields: object) => ({ startedAt: 0, detectedAt: 0, triggeredAt: 0, notifiedAt: null, acknowledgedAt: null, rootCauseIdentifiedAt: null, fixDeployedAt: null, mitigatedAt: null, resolvedAt: null, ...fields });
  const tick = (step: string | undefined, state: 'done' | 'skipped', minutes: number, runbookId = 'x') => ({ runbookId, step: step ?? '', state, by: 'Ana', at: minutes * MINUTE });

  it('is told by the incidents that ticked it or were opened with it', () => {
    expect(usageOf([
      { runbookId: 'x', ticks: [], clocks: clocks({ triggeredAt: 500 * MINUTE }) },
      { runbookId: 'y', ticks: [tick(restart, 'skipped', 4), tick(look, 'done', 2), tick('gone', 'skipped', 3)], clocks: clocks({ mitigatedAt: 10 * MINUTE, resolvedAt: 99 * MINUTE }) },
      { runbookId: null, ticks: [tick(restart, 'skipped', 5), tick(look, 'skipped', 6), tick(look, 'done', 1, 'y')], clocks: clocks({ resolvedAt: 21 * MINUTE }) },
      { runbookId: 'y', ticks: [tick(look, 'skipped', 1, 'y')], clocks: clocks({ resolvedAt: 1 }) },
    ], { id: 'x', markdown })).toEqual({
      times: 3, lastUsedAt: 500 * MINUTE, minutesToFirstStep: 4, minutesToRestored: 16,
      skipped: [{ key: restart, words: 'Restart', times: 2 }, { key: look, words: 'Look', times: 1 }],
    });
  });

  it('is nothing where nobody did', () => expect(usageOf([], { id: 'x', markdown })).toEqual({ times: 0, lastUsedAt: null, minutesToFirstStep: null, minutesToRestored: null, skipped: [] }));
});

import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../incident/timeline';
import { defaultTargets } from '../metrics/targets';
import { noon } from '../samples';
import { DAY, MINUTE } from '../time/instant';
import { addActionItem, writeSection } from './edit';
import { drafted, ended } from './forTests';
import { markdownName, markdownOf, respondersOf } from './markdown';
import { timesOf } from './times';

const entries: TimelineEntry[] = [
  { id: 'a', at: noon, actor: { kind: 'rouse' }, changes: [{ type: 'triggered', title: 'Checkout *503*', severity: 'SEV1', linkedTo: null }] },
  { id: 'b', at: noon + 3 * MINUTE, actor: { kind: 'person', userId: 'priya', name: 'Priya' }, changes: [{ type: 'acknowledged' }, { type: 'note', text: 'Two\nlines' }] },
];

describe('the times of an incident', () => {
  it('are held against the targets of its severity', () => {
    expect(timesOf(ended(), defaultTargets)).toEqual([
      { measure: 'detect', took: 2 * MINUTE, target: 5 * MINUTE, met: true }, { measure: 'acknowledge', took: 3 * MINUTE, target: 5 * MINUTE, met: true }, { measure: 'restore', took: 40 * MINUTE, target: 30 * MINUTE, met: false },
    ]);
    expect(timesOf(ended({ severity: 'SEV2' }), defaultTargets).every(({ met, target }) => met === null && target === null)).toBe(true);
  });

  it('nobody acknowledged: nothing is measured, and nothing met; never restored by hand: until the resolve', () => {
    const { clocks } = ended();
    expect(timesOf(ended({ clocks: { ...clocks, acknowledgedAt: null, mitigatedAt: null } }), defaultTargets).slice(1)).toMatchObject([{ took: null, met: null }, { took: 60 * MINUTE, met: false }]);
  });
});

describe('the Markdown of a post-mortem', () => {
  const edited = writeSection(drafted(), 'lessons', '- Alert **earlier**', 0, { userId: 'priya', name: 'Priya' }, noon);
  const item = edited.kind === 'done' ? addActionItem(edited.postMortem, 'i', { title: 'Raise [the] limit', owner: { kind: 'team', id: 't', name: 'Payments' }, dueAt: noon + 3 * DAY }, noon) : edited;
  if (item.kind !== 'done') throw new Error(item.kind);
  const text = markdownOf(item.postMortem, ended(), entries, defaultTargets);

  it.each([
    '# Post-mortem: Checkout is answering 503\n', '- Incident: INC-K7Q2MD\n', '- Triggered: 2026-11-21 12:00:00 UTC\n', '## Lessons learned\n\n- Alert **earlier**\n', '## What went well\n\n_Nothing written yet._\n',
    '- Response, from the alert to the first acknowledge: 3 min (target 5 min, met)\n', '- Restore, from the alert to the restored service: 40 min (target 30 min, missed)\n', '- [ ] Raise \\[the\\] limit (team Payments, due 2026-11-24)\n',
    '- `2026-11-21 12:00:00` Triggered as SEV1: Checkout \\*503\\*\n', '- `2026-11-21 12:03:00` Acknowledged by Priya\n', '- `2026-11-21 12:03:00` Two lines\n',
  ])('has %j', (part) => { expect(text).toContain(part); });

  it('has no part without content, nor three empty lines, and ends with a line', () => {
    const bare = markdownOf(drafted(), null, [], defaultTargets);
    expect([bare.includes('## Times'), bare.includes('## Timeline'), bare.includes('## Action items'), /\n{3}/.test(bare), bare.endsWith('\n')]).toEqual([false, false, false, false, true]);
    expect(markdownName(drafted())).toBe('INC-K7Q2MD-post-mortem.md');
  });

  it('names everybody once, with what they did', () => {
    const roles = [{ role: 'incidentCommander' as const, userId: 'priya', name: 'Priya', deputy: null, since: 0 }];
    expect(respondersOf({ ...ended({ roles }), responders: [{ userId: 'priya', name: 'Priya', state: 'acknowledged', at: noon }, { userId: 'sam', name: 'Sam', state: 'seen', at: noon }] }))
      .toEqual([{ name: 'Priya', does: 'incident commander, had the incident' }, { name: 'Sam', does: 'was paged' }]);
  });
});

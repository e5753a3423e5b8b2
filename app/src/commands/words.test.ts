import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import type { Command } from '#domain/command/command';
import { asCommand, isKept, isStale, STALE_AFTER } from './wish';
import { patienceOf } from './send';
import { lateSentence } from './words';

const at = (clock: string) => Date.parse(`2026-11-21T${clock}:00Z`);
const told = { zone: 'UTC', now: at('03:20') };
const incidentId = 'INC-K7Q2MD';
const acknowledge: Command = { type: 'acknowledge', commandId: 'command-1', incidentId, tappedAt: at('03:12') };
const answered = (answer: Partial<CommandAnswer>) => ({ state: 'answered' as const, answer: { outcome: 'unchanged' as const, code: '', message: '', ...answer } });

describe('what is said of a command that was sent late', () => {
  it.each([
    ['somebody was faster', answered({ code: 'already-acknowledged', holder: { userId: 'sam', name: 'Sam', at: at('03:11') }, message: 'Acknowledged by Sam at 03:11. Nobody else will be paged.' }),
      `Your acknowledge of 03:12 (${incidentId}) came too late: Sam acknowledged at 03:11.`],
    ['somebody ended it', answered({ code: 'already-resolved', message: 'Resolved by Priya at 03:10.' }),
      `Your acknowledge of 03:12 (${incidentId}) came too late: resolved by Priya at 03:10 while you were offline; nothing was changed.`],
    ['it ended by itself', answered({ code: 'already-resolved', message: 'Resolved by itself at 03:10. Nothing to do.' }),
      `Your acknowledge of 03:12 (${incidentId}) came too late: resolved by itself at 03:10 while you were offline; nothing was changed.`],
    ['a fix was in', answered({ code: 'already-monitoring', message: 'A fix is in. Watching until 03:40, then it ends by itself.' }),
      `Your acknowledge of 03:12 (${incidentId}) came too late, and nothing was changed. A fix is in. Watching until 03:40, then it ends by itself.`],
    ['it was theirs', answered({ code: 'already-yours', message: 'Acknowledged by you at 03:12. Nobody else will be paged.' }),
      `Your acknowledge of 03:12 (${incidentId}) changed nothing: it was so already. Acknowledged by you at 03:12. Nobody else will be paged.`],
    ['it counted', answered({ outcome: 'done', message: 'Acknowledged by you at 03:20. Nobody else will be paged.' }),
      `Your acknowledge of 03:12 (${incidentId}) is sent. Acknowledged by you at 03:20. Nobody else will be paged.`],
    ['it is refused', { state: 'refused' as const, code: 'incident-resolved', sentence: 'This incident is resolved already. Reopen it first.', issues: [] },
      `Your acknowledge of 03:12 (${incidentId}) came too late. This incident is resolved already. Reopen it first.`],
    ['it grew old', null, `Your acknowledge of 03:12 (${incidentId}) was not sent for 15 min and is dropped. Do it again if it still holds.`],
  ])('%s', (_why, outcome, sentence) => {
    expect(lateSentence(acknowledge, outcome, told)).toBe(sentence);
  });

  it('is told in the reader’s own time', () => {
    expect(lateSentence(acknowledge, null, { ...told, zone: 'Europe/Berlin' })).toMatch(/^Your acknowledge of 04:12/);
  });
});

describe('what is kept', () => {
  it('is every command of an incident but the one that somebody waits for, with the time of the tap', () => {
    expect(asCommand({ type: 'tickStep', incidentId, runbookId: 'r', step: 's', words: 'w', state: 'done' }, 5)).toMatchObject({ tappedAt: 5 });
    expect(isKept({ type: 'sendUpdate' })).toBe(true);
    expect(isKept({ type: 'runAction' })).toBe(false);
    expect(asCommand({ type: 'runAction', incidentId, runbookId: 'r', action: 'a', dryRun: true }, 5)).not.toHaveProperty('tappedAt');
    expect(asCommand({ type: 'reportIncident', serviceId: 's', title: 't' }, 5)).not.toHaveProperty('tappedAt');
    expect(isKept({ type: 'saveService' })).toBe(false);
  });

  it.each([['acknowledge', true], ['setUrgency', true], ['assignRole', true], ['sendUpdate', true], ['addNote', false], ['tickStep', false], ['addTask', false], ['addDecision', false], ['setVerdict', false], ['reportIncident', false]] as const)(
    '%s grows stale: %s', (type, ages) => {
      expect(isStale({ type }, 0, STALE_AFTER)).toBe(false);
      expect(isStale({ type }, 0, STALE_AFTER + 1)).toBe(ages);
    });

  it('is waited for as long as its pictures need on a bad network', () => {
    expect(patienceOf({ type: 'acknowledge' }, 300)).toBeLessThan(9_000);
    expect(patienceOf({ type: 'addNote' }, 2_100_000)).toBeGreaterThan(60_000);
  });
});

import { expect, it } from 'vitest';
import type { Change } from '#domain/incident/timeline';
import { changeLine } from './changeDetail';

const ada = { kind: 'person', userId: 'ada', name: 'Ada' } as const;
const line = (change: Change) => changeLine(change, ada, (at) => `<${at}>`);

it.each<[Change, string, string | null]>([
  [{ type: 'snoozed', until: 7 }, 'Ada snoozed it until <7>', null],
  [{ type: 'monitoring', until: 7 }, 'A fix is in: watching until <7>', null],
  [{ type: 'startedAtSet', at: 7 }, 'Ada set when it began: <7>', null],
  [{ type: 'logs', text: 'a\nb' }, 'Ada added logs', 'a\nb'],
  [{ type: 'actionRun', runbook: 'R', action: 'diagnose', dryRun: true, state: 'failed', result: 'exit 1\n' }, '“diagnose” (dry run) of R failed', 'exit 1\n'],
  [{ type: 'actionRun', runbook: 'R', action: 'diagnose', dryRun: false, state: 'started', result: '' }, 'Ada ran “diagnose” of R', null],
  [{ type: 'decided', text: 'Roll back' }, 'Decided: Roll back', null],
])('%j', (change, words, output) => expect(line(change)).toEqual({ words, output }));

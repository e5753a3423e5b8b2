import { describe, expect, it } from 'vitest';
import type { Incident } from '#domain/incident/incident';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { anIncident } from '../../../incidentForTests';
import { composed, keptDraft, untouchedDraft } from './updateDraft';

const now = Date.UTC(2026, 10, 21, 12);
const incident = anIncident();
const { escalation: { policy } } = incident;
const resolved: Incident = {
  ...incident, status: 'resolved', owner: null, resolvedBy: null,
  escalation: { policy, episode: 1, round: 0, step: 0, state: 'paused', was: 'paging', reason: null, remainingMilliseconds: null },
};
const shown = (draft: Partial<typeof untouchedDraft>, given: Incident = incident) => composed({ ...untouchedDraft, ...draft }, given, null, defaultSeverityPolicy, now, 'UTC');

describe('an update to be sent', () => {
  it('begins with the words of the phase that the incident is in', () => {
    expect(shown({})).toMatchObject({ phase: 'investigating', final: false, text: expect.stringContaining('We are looking for the cause.') as string });
  });

  it('is the final one once it is over, unless somebody says otherwise', () => {
    expect(shown({}, resolved)).toMatchObject({ phase: 'resolved', final: true, text: expect.stringContaining('This is the last update.') as string });
    expect(shown({ final: false }, resolved)).toMatchObject({ final: false });
    expect(shown({ phase: 'resolved' })).toMatchObject({ final: true });
  });

  it('takes the words of another phase until somebody writes their own, which stay', () => {
    expect(shown({ phase: 'identified' }).text).toContain('We know the cause');
    expect(shown({ phase: 'identified', text: 'Own words' }).text).toBe('Own words');
    expect(shown({ text: '' }).text).toBe('');
  });

  it('is kept where anything of it was chosen', () => {
    expect(keptDraft(untouchedDraft)).toBeNull();
    expect(keptDraft({ ...untouchedDraft, text: '' })).toEqual({ phase: null, final: null, text: '' });
  });
});

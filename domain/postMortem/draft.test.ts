import { describe, expect, it } from 'vitest';
import type { Resolved } from '../incident/incident';
import { defaultSeverityPolicy } from '../incident/severity';
import { noon, sampleIncident } from '../samples';
import { DAY, MINUTE } from '../time/instant';
import { draftOf, isDrafted, plain } from './draft';
import { ended } from './forTests';
import { PostMortem } from './postMortem';

const verdict = (kind: 'falsePositive' | 'duplicate' | 'known') => ({ verdict: { kind, cause: '', by: 'Priya', at: noon } });

describe('the end of an incident drafts a post-mortem', () => {
  it.each<[string, Partial<Resolved>, boolean]>([
    ['of a SEV1', {}, true], ['of a SEV2', { severity: 'SEV2' }, true], ['of a SEV3', { severity: 'SEV3' }, false], ['of a SEV4', { severity: 'SEV4' }, false],
    ['that was a false positive', verdict('falsePositive'), false], ['that was a duplicate', verdict('duplicate'), false], ['of a known problem', verdict('known'), true], ['nobody judged', { verdict: null }, true],
    ['that went on in another', { mergedInto: 'INC-K7Q2ME' }, false], ['that was a drill', { drillId: 'd' }, false],
  ])('%s', (_name, fields, expected) => { expect(isDrafted(ended(fields), defaultSeverityPolicy)).toBe(expected); });

  it('never while it goes on', () => { expect(isDrafted(sampleIncident(), defaultSeverityPolicy)).toBe(false); });

  it('by the severity policy of the team', () => {
    const everything = { ...defaultSeverityPolicy, SEV4: { ...defaultSeverityPolicy.SEV4, postMortemDueDays: 10 }, SEV1: { ...defaultSeverityPolicy.SEV1, postMortemDueDays: null } };
    expect([isDrafted(ended({ severity: 'SEV4' }), everything), isDrafted(ended(), everything)]).toEqual([true, false]);
  });
});

describe('a draft', () => {
  const draft = (fields: Partial<Resolved> = {}) => draftOf(ended(fields), defaultSeverityPolicy, noon + 61 * MINUTE);

  it('fits its schema, is due by its severity from the resolve on, and belongs to whoever had the incident', () => {
    expect(PostMortem.parse(draft())).toMatchObject({ state: 'draft', dueAt: noon + 60 * MINUTE + 5 * DAY, ownerId: 'priya', remindAt: null, actionItems: [] });
    expect(draft({ severity: 'SEV3' }).dueAt).toBeNull();
  });

  it('belongs to the commander before the owner, and to nobody where there was neither', () => {
    const role = { role: 'incidentCommander' as const, userId: 'sam', name: 'Sam', deputy: null, since: 0 };
    expect([draft({ roles: [role] }).ownerId, draft({ owner: null }).ownerId]).toEqual(['sam', null]);
  });

  it('says what the incident knows, and leaves empty what nobody has said', () => {
    const { sections } = draft({ impact: { answers: { affected: 'many' }, people: 1200, note: 'Only in the EU.', by: 'Priya', at: noon } });
    expect(sections.summary.text).toBe('**Checkout is answering 503**: SEV1 on Checkout, 42 min from its start to the restored service.\n\nJudged: real.');
    expect(sections.impact.text).toBe('A major feature fails for many; 1,200 people; Only in the EU.');
    expect(sections.rootCause.text).toBe('The connection pool ran full');
    expect([sections.wentWell, sections.lessons]).toEqual([{ text: '', version: 0, by: null, at: noon + 61 * MINUTE }, { text: '', version: 0, by: null, at: noon + 61 * MINUTE }]);
  });

  it('takes what strangers wrote as words', () => {
    expect(draft({ title: '<img src=x> [a](javascript:b) *c*' }).sections.summary.text).toContain('**\\<img src=x\\> \\[a\\](javascript:b) \\*c\\***');
    expect(plain('# no heading\n1. no list\n- none\n+ none\n503 (5 times)')).toBe('\\# no heading\n1\\. no list\n\\- none\n\\+ none\n503 (5 times)');
  });
});

import { describe, expect, it } from 'vitest';
import { anIncident } from '../../../incidentForTests';
import { aNotice, anUpdate, noon } from '../../statusPage/noticesForTests';
import { noticeState } from './noticeState';

const incident = anIncident();
const page = { components: 2, isTouched: true };
const draft = { phase: 'identified', text: 'We know the cause.', by: null, at: noon } as const;
const shown = (facts: Partial<Parameters<typeof noticeState>[1]>, of: Partial<typeof incident> = {}) =>
  noticeState({ status: of.status ?? incident.status, drillId: of.drillId ?? null, mergedInto: of.mergedInto ?? null }, { notice: null, page, offers: true, ...facts }, noon, 'UTC');

describe('the public notice on the incident’s screen', () => {
  it.each([
    ['nothing while it is not known', shown({ notice: undefined }), { kind: 'nothing' }],
    ['nothing while the page is not known', shown({ page: undefined }), { kind: 'nothing' }],
    ['nothing where there is no status page', shown({ page: { components: 0, isTouched: false } }), { kind: 'nothing' }],
    ['nothing before somebody has it', shown({ offers: false }), { kind: 'nothing' }],
    ['nothing once it is over and nobody was told', shown({}, { status: 'resolved' }), { kind: 'nothing' }],
    ['nothing where it went on in another', shown({}, { mergedInto: 'INC-AAAAAA' }), { kind: 'nothing' }],
    ['the way to the first draft', shown({}), { kind: 'none', drafts: true }],
    ['the way to write it by hand where its service touches nothing', shown({ page: { components: 2, isTouched: false } }), { kind: 'none', drafts: false }],
    ['that a drill is never public', shown({}, { drillId: 'drill' }), { kind: 'drill' }],
    ['a draft that waits', shown({ notice: aNotice({ draft, updates: [], publishedAt: null }) }), { kind: 'waits', title: 'A draft waits', words: 'We know the cause.', phase: 'identified' }],
    ['an update that waits', shown({ notice: aNotice({ draft }), offers: false }), { kind: 'waits', title: 'An update waits' }],
    ['how far the public was told', shown({ notice: aNotice() }), { kind: 'public', standing: 'Investigating, told at 12:00', next: 'Publish an update' }],
    ['the summary that is missing', shown({ notice: aNotice({ resolvedAt: noon, updates: [anUpdate({ phase: 'resolved' })] }) }), { kind: 'public', next: 'Write the summary' }],
    ['nothing of a draft that was discarded', shown({ notice: aNotice({ updates: [], publishedAt: null }) }), { kind: 'nothing' }],
  ])('says %s', (_what, state, expected) => { expect(state).toMatchObject(expected); });
});

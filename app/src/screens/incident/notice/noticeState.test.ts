import { describe, expect, it } from 'vitest';
import { anIncident } from '../../../incidentForTests';
import { aMaintenance, aNotice, anUpdate, noon } from '../../statusPage/noticesForTests';
import { noticeAmong, noticeState } from './noticeState';

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
    ['that a drill is never public, also where its notice is not known', shown({ notice: undefined }, { drillId: 'drill' }), { kind: 'drill' }],
    ['a draft that waits', shown({ notice: aNotice({ draft, updates: [], publishedAt: null }) }), { kind: 'waits', title: 'A draft waits', words: 'We know the cause.', phase: 'identified' }],
    ['an update that waits', shown({ notice: aNotice({ draft }), offers: false }), { kind: 'waits', title: 'An update waits' }],
    ['how far the public was told', shown({ notice: aNotice() }), { kind: 'public', standing: 'Investigating, told at 12:00', next: 'Publish an update' }],
    ['the summary that is missing', shown({ notice: aNotice({ resolvedAt: noon, updates: [anUpdate({ phase: 'resolved' })] }) }), { kind: 'public', next: 'Write the summary' }],
    ['nothing of a draft that was discarded', shown({ notice: aNotice({ updates: [], publishedAt: null }) }), { kind: 'nothing' }],
  ])('says %s', (_what, state, expected) => { expect(state).toMatchObject(expected); });
});

describe('the notice of an incident', () => {
  const notice = aNotice();
  it.each([
    ['known from the server', { state: 'live', value: [notice], unreadable: 0 }, true, notice],
    ['known from this device', { state: 'cached', value: [notice], unreadable: 0 }, true, notice],
    ['none where the server has none', { state: 'live', value: [], unreadable: 0 }, false, null],
    ['none where there is another kind only', { state: 'live', value: [aMaintenance()], unreadable: 0 }, false, null],
    ['not known where this device has none', { state: 'cached', value: [], unreadable: 0 }, false, undefined],
    ['not known where the incident was told of', { state: 'live', value: [], unreadable: 0 }, true, undefined],
    ['not known where a newer app wrote it', { state: 'live', value: [], unreadable: 1 }, false, undefined],
    ['not known while it loads', { state: 'loading' }, false, undefined],
  ] as const)('is %s', (_what, live, publicNotice, expected) => { expect(noticeAmong(live, { publicNotice })).toBe(expected); });
});

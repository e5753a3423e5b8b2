import { describe, expect, it } from 'vitest';
import type { Reach } from '../contact/reach';
import { defaultSeverityPolicy } from '../incident/severity';
import { noon, samplePerson, samplePolicy, sampleSchedule, sampleService } from '../samples';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import { previewPaging, type PreviewFacts } from './preview';
import { Preview } from './proof';

const channels = { push: true, sms: true, voice: true, email: true };
const reachOf = (fields: Partial<Reach> = {}): Reach => ({
  methods: [{ id: 'phone', kind: 'phone', verified: true }], pushDevices: 1, rules: { high: null, low: null }, quietHours: { start: '22:00', end: '07:00' }, channels, ...fields,
});
const service = sampleService();
function factsOf(fields: Partial<PreviewFacts> = {}): PreviewFacts {
  return {
    people: { priya: samplePerson('priya'), sam: samplePerson('sam'), ada: samplePerson('ada', { role: 'admin' }) }, schedules: { weekly: sampleSchedule('weekly', ['priya']) },
    services: { checkout: service }, policies: { policy: samplePolicy() }, severities: defaultSeverityPolicy, reach: {}, ...fields,
  };
}
const linesOf = ({ messages }: Preview) => messages.map(({ at, name, channel }) => `${(at - noon) / SECOND} ${name} ${channel}`);

describe('a preview of a page', () => {
  const preview = previewPaging({ service, severity: 'SEV1', at: noon }, factsOf({ reach: { priya: reachOf() } }));

  it('has every step, round and link, and ends after the second page of the last resort', () => {
    expect(linesOf(preview).slice(0, 8)).toEqual(['0 Priya push', '30 Priya push', '60 Sam push', '60 Priya push', '90 Sam push', '120 Priya push', '120 Sam push', '180 Priya push']);
    expect(linesOf(preview)).toContain('240 Priya voice');
    const last = preview.messages.filter(({ lastResort }) => lastResort);
    expect([...new Set(last.map(({ round }) => round))]).toEqual([0, 1]);
    expect(last[0]).toMatchObject({ at: noon + 6 * MINUTE, name: 'Ada', why: 'last resort' });
    expect(preview.until).toBe(noon + 26 * MINUTE);
    expect(preview.messages.every(({ at }) => at < preview.until)).toBe(true);
    expect(preview.words.map(({ at, text }) => [(at - noon) / MINUTE, text])).toEqual([
      [6, 'Nobody has acknowledged in any round: the page goes to the admins.'],
      [16, 'Still nobody has it: the admins are paged again, and so every 10 min until somebody acknowledges.'],
    ]);
  });

  it('tells the place of each message, and is what the command may answer', () => {
    expect(preview.messages.find(({ at, name }) => name === 'Sam' && at === noon + 3 * MINUTE + MINUTE)).toMatchObject({ round: 1, step: 1, why: 'secondary', lastResort: false });
    expect(Preview.safeParse(preview).success).toBe(true);
    expect(preview.urgency).toBe('high');
  });

  it('brings the next other way forward where no push arrives', () => {
    const silent = previewPaging({ service, severity: 'SEV1', at: noon }, factsOf({ reach: { priya: reachOf() } }), { receipts: 'none' });
    // The SMS is at 180 s of the chain, the call at 240 s: the one comes 20 s after the push, the other a minute later.
    expect(linesOf(silent).filter((line) => line.includes('Priya')).slice(0, 3)).toEqual(['0 Priya push', '20 Priya sms', '80 Priya voice']);
  });

  it('says what is skipped, and where it is handed off to', () => {
    const first = samplePolicy({ rounds: 1, handOffTo: 'second', steps: [{ targets: [{ kind: 'person', userId: 'gone' }], delaySeconds: 60 }, { targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 60 }] });
    const second = samplePolicy({ id: 'second', name: 'Platform', rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 300 }] });
    const { words, messages } = previewPaging({ service, severity: 'SEV1', at: noon }, factsOf({ policies: { policy: first, second } }));
    expect(words.slice(0, 2)).toEqual([{ at: noon, text: 'Nobody to page for primary (gone): skipped at once.' }, { at: noon + MINUTE, text: 'Handed off to the policy Platform.' }]);
    expect(messages[0]).toMatchObject({ at: noon, name: 'Sam', why: 'secondary', step: 1 });
  });

  it('shows destinations beside the people', () => {
    const destinations = { chat: { id: 'chat', name: '#alerts', kind: 'slack' as const, enabled: true, host: 'hooks.slack.com', serviceIds: ['checkout'] } };
    expect(previewPaging({ service, severity: 'SEV1', at: noon }, factsOf({ destinations })).messages.filter(({ userId }) => userId === null)).toMatchObject([{ at: noon, name: '#alerts', channel: 'slack', methodId: null }]);
  });

  it('goes to the admins where the service has no policy', () => {
    const { messages, words } = previewPaging({ service: sampleService({ policyId: 'gone' }), severity: 'SEV1', at: noon }, factsOf());
    expect(messages[0]).toMatchObject({ at: noon, name: 'Ada', lastResort: true });
    expect(words.at(1)?.text).toBe('Nobody is reached: the page goes to the admins.');
  });

  it('reaches nobody where there is nobody, and says so', () => {
    const { messages, words } = previewPaging({ service, severity: 'SEV4', at: noon }, factsOf({ people: {} }));
    expect(messages).toEqual([]);
    expect(words.map(({ text }) => text)).toContain('No admin can be paged either. It is tried again every 10 min.');
  });

  it('keeps to the first 500 messages', () => {
    const rules = Array.from({ length: 20 }, (_, index) => ({ channel: 'push' as const, methodId: null, delaySeconds: index * 10 }));
    const steps = [{ targets: Array.from({ length: 15 }, (_, index) => ({ kind: 'person' as const, userId: `p${index}` })), delaySeconds: 300 }];
    const people = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`p${index}`, samplePerson(`p${index}`)]));
    const facts = factsOf({ people, policies: { policy: samplePolicy({ steps, rounds: 20 }) }, reach: Object.fromEntries(Object.keys(people).map((id) => [id, reachOf({ rules: { high: rules, low: null } })])) });
    const cut = previewPaging({ service, severity: 'SEV1', at: noon }, facts);
    expect(cut.messages).toHaveLength(500);
    expect(cut.words.at(-1)).toEqual({ at: cut.until, text: 'These are the first 500 messages; it goes on.' });
    expect(Preview.safeParse(cut).success).toBe(true);
  });
});

describe('a preview of low urgency', () => {
  const night = noon + 11 * HOUR;

  it('waits for the end of quiet hours, and escalates to nobody', () => {
    const preview = previewPaging({ service, severity: 'SEV4', at: night }, factsOf({ people: { priya: samplePerson('priya', { timeZone: 'Europe/Berlin' }) } }));
    expect(preview.messages).toMatchObject([{ at: Date.UTC(2026, 10, 22, 6), name: 'Priya', channel: 'push' }]);
    expect(preview.words).toEqual([
      { at: night, text: 'The page to Priya waits until 07:00 (Europe/Berlin), when quiet hours end.' }, { at: night, text: 'Low urgency: after these nobody else is paged.' },
    ]);
    expect(preview.urgency).toBe('low');
  });

  it('is seen through to Monday where the support hours begin then', () => {
    const open = sampleService({ supportHours: { timeZone: 'UTC', windows: [{ days: ['MO'], start: '09:00', end: '17:00' }], holidayCalendarId: null } });
    const preview = previewPaging({ service: open, severity: 'SEV3', at: noon }, factsOf());
    expect(preview.messages).toMatchObject([{ at: Date.UTC(2026, 10, 23, 9), name: 'Priya' }]);
    expect(preview.words[0]?.text).toBe('The page to Priya waits until Mon 09:00 (UTC), when the support hours of Checkout begin.');
  });
});

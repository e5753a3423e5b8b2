import { describe, expect, it } from 'vitest';
import type { Live } from '../../live/live';
import { firstFailure, settingsKnown } from './planReading';

type Settings = { slack: string };
const set: Settings = { slack: 'Acme' };
const denied: Live<Settings | null> = { state: 'failed', reason: 'denied' };
const unavailable: Live<Settings | null> = { state: 'failed', reason: 'unavailable' };

describe('a settings document that plans are foreseen by', () => {
  it.each<[string, Live<Settings | null>, { online: Settings | null | undefined; offline: Settings | null | undefined }]>([
    ['that is read', { state: 'live', value: set, unreadable: 0 }, { online: set, offline: set }],
    ['that is not there', { state: 'live', value: null, unreadable: 0 }, { online: null, offline: null }],
    ['of which there is a copy', { state: 'cached', value: set, unreadable: 0 }, { online: set, offline: set }],
    ['that loads', { state: 'loading' }, { online: undefined, offline: null }],
    ['that is out of reach', unavailable, { online: undefined, offline: null }],
    ['that is not theirs', denied, { online: undefined, offline: undefined }],
    ['of a newer app', { state: 'failed', reason: 'newerApp' }, { online: undefined, offline: undefined }],
  ])('%s', (_what, live, { online, offline }) => expect([settingsKnown(live, false), settingsKnown(live, true)]).toEqual([online, offline]));

  it('has failed when it is not known, by the first reason', () => {
    expect(firstFailure([{ live: { state: 'loading' }, value: undefined }, { live: denied, value: undefined }, { live: unavailable, value: undefined }])).toBe('denied');
    expect(firstFailure([{ live: unavailable, value: null }, { live: { state: 'loading' }, value: undefined }])).toBeNull();
  });
});

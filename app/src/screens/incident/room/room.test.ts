import { describe, expect, it } from 'vitest';
import type { WarRoom } from '#domain/room/room';
import { draftOf, emptyDial, emptyRoom, roomOf } from './roomDraft';
import { dialWords, placeOf, shownRoom } from './shownRoom';

const room = (name: string): WarRoom => ({ main: { name, url: 'https://meet.example.com/x', dialIns: [{ label: '', number: '+4930123456', code: '12#' }] }, backup: null });

describe('the room that is shown', () => {
  it('is the incident’s own before the standing one, which is not open yet', () => {
    expect(shownRoom({ warRoom: room('own'), status: 'acknowledged' }, { standing: room('standing') })).toEqual({ warRoom: room('own'), isOpen: true });
    expect(shownRoom({ warRoom: null, status: 'acknowledged' }, { standing: room('standing') })).toEqual({ warRoom: room('standing'), isOpen: false });
  });

  it('is none where there is none, and the standing one is not offered for what is over', () => {
    expect(shownRoom({ warRoom: null, status: 'acknowledged' }, null)).toBeNull();
    expect(shownRoom({ warRoom: null, status: 'acknowledged' }, { standing: null })).toBeNull();
    expect(shownRoom({ warRoom: null, status: 'resolved' }, { standing: room('standing') })).toBeNull();
  });

  it('says where it leads and what is dialled', () => {
    expect(placeOf(room('own').main)).toBe('meet.example.com');
    expect(dialWords({ label: '', number: '+49301', code: '' })).toBe('+49301');
    expect(dialWords({ label: '', number: '+49301', code: '12#' })).toBe('+49301, code 12#');
  });
});

describe('the draft of a room', () => {
  it('comes back as the room that it was made of', () => {
    const both = { ...room('own'), backup: { name: 'Backup', url: null, dialIns: [{ label: 'Berlin', number: '+4930123456', code: '' }] } };
    expect(roomOf(draftOf(both))).toEqual({ warRoom: both });
  });

  it('takes numbers as people write them, adds the scheme, and leaves out empty lines', () => {
    const main = { name: ' Meet ', url: 'meet.example.com/x', dialIns: [emptyDial, { label: '', number: '+49 (30) 123-456', code: '12 34#' }] };
    expect(roomOf({ main, backup: null })).toEqual({ warRoom: { main: { name: 'Meet', url: 'https://meet.example.com/x', dialIns: [{ label: '', number: '+4930123456', code: '1234#' }] }, backup: null } });
  });

  it('says what is wrong at its own field, also behind a line that is left out', () => {
    const main = { name: 'Meet', url: 'http://meet.example.com', dialIns: [emptyDial, { label: '', number: '030 123456', code: '' }] };
    const found = roomOf({ main, backup: { ...emptyRoom, name: 'Backup' } });
    expect(found).toEqual({ problems: { 'main.url': 'It must be an address that begins with https://.', 'main.dialIns.1.number': 'It must begin with + and the country, such as +4930123456.', 'backup.url': 'It needs an address or a number to dial.' } });
  });

  it('never takes a link that runs something', () => {
    expect(roomOf({ main: { name: 'Meet', url: 'javascript:alert(1)', dialIns: [] }, backup: null })).toHaveProperty('problems');
  });
});

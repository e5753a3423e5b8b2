import { describe, expect, it } from 'vitest';
import type { WarRoom } from '#domain/room/room';
import { emptyDialIn, tryable, warRoomDraftOf, warRoomOf } from './roomDraft';

const standing: WarRoom = {
  main: { name: 'Bridge', url: 'https://meet.test/bridge', dialIns: [{ label: 'Berlin', number: '+4930123456', code: '47#' }] }, backup: { name: 'Backup', url: null, dialIns: [{ label: '', number: '+4930654321', code: '' }] },
};
const draft = warRoomDraftOf(standing);
const issuesOf = (typed: Parameters<typeof warRoomOf>[0]) => {
  const read = warRoomOf(typed);
  return 'issues' in read ? read.issues.map(({ path }) => path) : [];
};

describe('the war room while it is typed', () => {
  it('goes there and back unchanged', () => {
    expect(warRoomOf(draft)).toEqual({ standing });
    expect(warRoomOf(warRoomDraftOf({ ...standing, backup: null }))).toEqual({ standing: { ...standing, backup: null } });
  });

  it('nothing at all means that there is none', () => {
    expect(warRoomOf(warRoomDraftOf(null))).toEqual({ standing: null });
    expect(warRoomOf({ ...warRoomDraftOf(null), main: { name: ' ', url: '', dialIns: [emptyDialIn] } })).toEqual({ standing: null });
  });

  it('takes a number however it is grouped, and leaves out a line that nobody filled in', () => {
    const typed = warRoomOf({ ...draft, backup: { name: '', url: '', dialIns: [] }, main: { ...draft.main, dialIns: [{ label: ' Berlin ', number: '0049 (30) 12-34 56', code: '4 7 #' }, emptyDialIn] } });
    expect(typed).toEqual({ standing: { ...standing, backup: null } });
  });

  it.each([
    ['no name', { ...draft, main: { ...draft.main, name: ' ' } }, 'standing.main.name'], ['an address without a lock', { ...draft, main: { ...draft.main, url: 'http://meet.test' } }, 'standing.main.url'],
    ['neither address nor number', { ...draft, main: { ...draft.main, url: '', dialIns: [] } }, 'standing.main.url'],
    ['a number without its country', { ...draft, backup: { ...draft.backup, dialIns: [{ label: '', number: '030 123456', code: '' }] } }, 'standing.backup.dialIns.0.number'],
    ['letters in a code', { ...draft, main: { ...draft.main, dialIns: [{ label: '', number: '+4930123456', code: 'abc' }] } }, 'standing.main.dialIns.0.code'],
    ['a backup without a room', { main: { name: '', url: '', dialIns: [] }, backup: draft.backup }, 'standing.main.name'],
  ])('with %s names the field', (_what, typed, path) => {
    expect(issuesOf(typed)).toContain(path);
  });

  it('offers to try only what can be opened safely', () => {
    expect(tryable(' https://meet.test/a ')).toBe('https://meet.test/a');
    for (const url of ['', 'meet.test', 'http://meet.test', 'javascript:alert(1)']) expect(tryable(url), url).toBeNull();
  });
});

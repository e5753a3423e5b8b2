import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drain, type Lease } from './drain';

// What a drain does about its events, with the store and the deciding of a batch played by this inbox. Against the real ones: tests/backend.
const inbox = vi.hoisted(() => ({ undecided: [] as { id: string; attempts: number }[], poison: new Set<string>(), decided: [] as string[], givenUp: [] as string[], held: false, asked: 0 }));

vi.mock('firebase-functions', () => ({ logger: { error: () => undefined, warn: () => undefined } }));
vi.mock('../commit/afterCommit', () => ({ afterCommit: () => Promise.resolve() }));
vi.mock('../store/documents', () => ({
  at: { drain: () => ({
    create: () => { inbox.asked += 1; return inbox.held ? Promise.reject(Object.assign(new Error('held'), { code: 6 })) : Promise.resolve(); },
    delete: () => Promise.resolve(), set: () => Promise.resolve(), get: () => Promise.resolve({ exists: false, get: () => undefined }),
  }) },
}));
vi.mock('../store/queries', () => ({
  ask: () => ({ limit: (count: number) => ({ get: () => {
    const docs = inbox.undecided.slice(0, count).map((event) => ({
      id: event.id, get: () => event.attempts, ref: { id: event.id, update: ({ attempts }: { attempts: number }) => { event.attempts = attempts; return Promise.resolve(); } },
    }));
    return Promise.resolve({ docs, empty: docs.length === 0 });
  } }) }),
}));
vi.mock('./giveUp', () => ({ giveUp: ({ id }: { id: string }) => { inbox.givenUp.push(id); remove([id]); return Promise.resolve(); } }));
vi.mock('./decideBatch', () => ({
  decideBatch: (_drainId: string, { atOnce = 200, except }: { atOnce?: number; except: ReadonlySet<string> }) => {
    const ids = inbox.undecided.map(({ id }) => id).filter((id) => !except.has(id)).slice(0, atOnce);
    const bad = ids.find((id) => inbox.poison.has(id));
    if (bad !== undefined) return Promise.reject(new Error(`${bad} is poison`));
    inbox.decided.push(...ids);
    remove(ids);
    return Promise.resolve({ committed: [], more: ids.length === atOnce, eventCount: ids.length, news: true, marked: [] });
  },
}));

const remove = (ids: readonly string[]) => { inbox.undecided = inbox.undecided.filter(({ id }) => !ids.includes(id)); };

beforeEach(() => {
  Object.assign(inbox, { undecided: ['a', 'b', 'c', 'd'].map((id) => ({ id, attempts: 0 })), poison: new Set(), decided: [], givenUp: [], held: false, asked: 0 });
});

describe('an event that nothing can decide', () => {
  it('blocks none of the others, is tried again with each pass, and is given up after five', async () => {
    inbox.poison.add('b');
    await expect(drain('drain')).rejects.toThrow('b is poison');
    expect(inbox.decided).toEqual(['a', 'c', 'd']);
    expect(inbox.undecided).toEqual([{ id: 'b', attempts: 1 }]);
    for (let pass = 2; pass <= 5; pass += 1) await expect(drain('drain')).rejects.toThrow('b is poison');
    expect(inbox.givenUp).toEqual(['b']);
    await expect(drain('drain')).resolves.toBe('drained');
  });

  it('is told apart from another one beside it', async () => {
    for (const id of ['a', 'c']) inbox.poison.add(id);
    await expect(drain('drain')).rejects.toThrow('a is poison');
    expect(inbox.decided).toEqual(['b', 'd']);
    expect(inbox.undecided.map(({ attempts }) => attempts)).toEqual([1, 1]);
  });
});

describe('a lease that was asked for before the event was durable', () => {
  it.each<{ lease: Lease; asked: number; expected: string[] }>([
    { lease: 'held', asked: 1, expected: ['a', 'b', 'c', 'd'] }, { lease: 'taken', asked: 0, expected: ['a', 'b', 'c', 'd'] },
  ])('and was $lease: asked for $asked times more', async ({ lease, asked, expected }) => {
    await drain('drain', Promise.resolve(lease));
    expect(inbox).toMatchObject({ decided: expected, asked });
  });

  it('leaves the event to a holder that still has it', async () => {
    inbox.held = true;
    await expect(drain('drain', Promise.resolve<Lease>('held'))).resolves.toBe('held');
    expect(inbox.decided).toEqual([]);
  });
});

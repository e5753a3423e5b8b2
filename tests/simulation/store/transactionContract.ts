import type { Firestore } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, type Given } from './given';

/** The part of the contract that is about transactions. */
export function transactionContract(given: () => Given | Promise<Given>): void {
  describe('a transaction', () => {
    let db: Firestore;
    let prefix: string;
    beforeEach(async () => { ({ db, prefix } = await given()); });
    const things = () => db.collection(`${prefix}things`);
    const doc = (id: string) => db.doc(`${prefix}things/${id}`);

    it('reads, then writes, and answers', async () => {
      await doc('a').set({ n: 1 });
      const answer = await db.runTransaction(async (transaction) => {
        const [a, b] = await transaction.getAll(doc('a'), doc('b'));
        const found = await transaction.get(things().where('n', '==', 1));
        transaction.update(doc('a'), { n: 2 });
        transaction.create(doc('b'), { n: Number(a?.get('n')) + found.size });
        return [a?.exists, b?.exists];
      });
      expect(answer).toEqual([true, false]);
      expect((await db.getAll(doc('a'), doc('b'))).map((found) => found.get('n') as unknown)).toEqual([2, 2]);
    });

    it('refuses to read after a write', async () => {
      const reading = db.runTransaction(async (transaction) => {
        transaction.set(doc('a'), { n: 1 });
        await transaction.get(doc('a'));
      });
      await expect(reading).rejects.toThrow('all reads to be executed before all writes');
      expect((await doc('a').get()).exists).toBe(false);
    });

    it('that throws writes nothing and is not tried again', async () => {
      let tries = 0;
      const failing = db.runTransaction(async (transaction) => {
        tries += 1;
        await transaction.get(doc('a'));
        transaction.set(doc('a'), { n: 1 });
        throw new Error('refused');
      });
      await expect(failing).rejects.toThrow('refused');
      expect([tries, (await doc('a').get()).exists]).toEqual([1, false]);
    });

    it('whose create finds one there fails with its code, whole', async () => {
      await doc('a').set({ n: 1 });
      const creating = db.runTransaction(async (transaction) => {
        transaction.set(doc('b'), { n: 1 });
        transaction.create(doc('a'), { n: 2 });
        return Promise.resolve();
      });
      expect(await codeOf(creating)).toBe(6);
      expect((await doc('b').get()).exists).toBe(false);
    });

    it('loses no count among many', async () => {
      await doc('a').set({ n: 0 });
      let tries = 0;
      await Promise.all(Array.from({ length: 6 }, () => db.runTransaction(async (transaction) => {
        tries += 1;
        const n = Number((await transaction.get(doc('a'))).get('n'));
        transaction.set(doc('a'), { n: n + 1 });
      }, { maxAttempts: 20 })));
      expect((await doc('a').get()).get('n')).toBe(6);
      expect(tries).toBeGreaterThanOrEqual(6);
    });

    it('of two that each take what both saw free, one takes it', async () => {
      const take = (by: string) => db.runTransaction(async (transaction) => {
        const found = await transaction.get(doc('a'));
        if (found.exists) return 'late';
        transaction.set(doc('a'), { by });
        return by;
      }, { maxAttempts: 10 });
      const answers = await Promise.all([take('one'), take('two')]);
      expect([...answers].sort()).toEqual(['late', String((await doc('a').get()).get('by'))].sort());
    });

    it('holds what its query found', async () => {
      const add = (id: string) => db.runTransaction(async (transaction) => {
        const { size } = await transaction.get(things().where('kind', '==', 'only'));
        if (size === 0) transaction.set(doc(id), { kind: 'only' });
      }, { maxAttempts: 10 });
      await Promise.all([add('a'), add('b'), add('c')]);
      expect((await things().where('kind', '==', 'only').get()).size).toBe(1);
    });

    it('has a read time, and what it wrote a later update time', async () => {
      const readAt = await db.runTransaction(async (transaction) => {
        const found = await transaction.get(doc('a'));
        transaction.set(doc('a'), { n: 1 });
        return found.readTime;
      });
      const { updateTime } = await doc('a').get();
      expect(String(updateTime?.valueOf()) >= String(readAt.valueOf())).toBe(true);
    });
  });
}

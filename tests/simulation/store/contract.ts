import { FieldValue, type Firestore, Timestamp } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, type Given } from './given';
import { transactionContract } from './transactionContract';

const at = (milliseconds: number) => Timestamp.fromMillis(milliseconds);

/** What the backend relies on of Firestore. Held by the emulator as by the store in memory, so that the simulation proves something about the real one. */
export function storeContract(name: string, given: () => Given | Promise<Given>): void {
  describe(`a store holds its contract: ${name}`, () => {
    let db: Firestore;
    let prefix: string;
    beforeEach(async () => { ({ db, prefix } = await given()); });
    const things = () => db.collection(`${prefix}things`);
    const doc = (id: string) => db.doc(`${prefix}things/${id}`);
    const idsOf = async (query: FirebaseFirestore.Query) => (await query.get()).docs.map(({ id }) => id);

    describe('one document', () => {
      it('that is not there says so, with a read time', async () => {
        const found = await doc('a').get();
        expect([found.exists, found.data(), found.get('x'), found.updateTime, found.id, found.ref.path]).toEqual([false, undefined, undefined, undefined, 'a', `${prefix}things/a`]);
        expect(found.readTime.toMillis()).toBeGreaterThan(0);
      });

      it('keeps every kind of value', async () => {
        const values = { text: 'ü 🔔', number: 1.5, yes: true, none: null, at: at(1_700_000_000_123), list: [1, 'two', { three: 3 }], map: { inner: { deep: [] } }, empty: {} };
        await doc('a').set({ ...values, bytes: Buffer.from([0, 255]), date: new Date(5) });
        const found = await doc('a').get();
        expect(found.data()).toMatchObject(values);
        expect(Buffer.from(found.get('bytes') as Uint8Array)).toEqual(Buffer.from([0, 255]));
        expect(found.get('date')).toEqual(at(5));
        expect([found.get('map.inner.deep'), found.get('map.none'), found.get('text.length')]).toEqual([[], undefined, undefined]);
      });

      it('leaves out what is undefined, and a map of nothing else', async () => {
        await doc('a').set({ a: 1, gone: undefined, map: { gone: undefined }, list: [1, undefined] });
        expect((await doc('a').get()).data()).toEqual({ a: 1, list: [1] });
      });

      it('gives copies away and takes copies', async () => {
        const map = { list: [1] };
        await doc('a').set({ map });
        map.list.push(2);
        const first = await doc('a').get();
        (first.get('map.list') as number[]).push(3);
        const whole = first.data();
        if (whole !== undefined) whole.map = 'changed';
        expect(first.data()).toEqual({ map: { list: [1] } });
        expect((await doc('a').get()).data()).toEqual({ map: { list: [1] } });
      });

      it('is created once', async () => {
        await doc('a').create({ by: 'first' });
        expect(await codeOf(doc('a').create({ by: 'second' }))).toBe(6);
        expect((await doc('a').get()).data()).toEqual({ by: 'first' });
      });

      it('is created by one of many at once', async () => {
        const answers = await Promise.all(Array.from({ length: 10 }, (_, by) => codeOf(doc('a').create({ by }))));
        expect(answers.filter((answer) => answer === 6)).toHaveLength(9);
      });

      it('is replaced by a set, and merged by one that merges', async () => {
        await doc('a').set({ a: 1, map: { x: 1, y: 1 } });
        await doc('a').set({ map: { y: 2, z: 2 }, b: FieldValue.increment(2) }, { merge: true });
        expect((await doc('a').get()).data()).toEqual({ a: 1, b: 2, map: { x: 1, y: 2, z: 2 } });
        await doc('a').set({ map: { z: 3 } });
        expect((await doc('a').get()).data()).toEqual({ map: { z: 3 } });
      });

      it('is updated field by field, by dotted paths too; a map is replaced', async () => {
        await doc('a').set({ a: 1, clocks: { one: 1, two: 2 }, map: { x: 1 } });
        await doc('a').update({ 'clocks.two': 3, 'clocks.three.deep': 4, map: { y: 1 } });
        expect((await doc('a').get()).data()).toEqual({ a: 1, clocks: { one: 1, two: 3, three: { deep: 4 } }, map: { y: 1 } });
        await doc('a').update({ a: FieldValue.delete(), 'clocks.one': FieldValue.delete() });
        expect((await doc('a').get()).data()).toEqual({ clocks: { two: 3, three: { deep: 4 } }, map: { y: 1 } });
      });

      it('that is not there is not updated, and deleted without complaint', async () => {
        expect(await codeOf(doc('a').update({ a: 1 }))).toBe(5);
        await doc('a').delete();
        expect((await doc('a').get()).exists).toBe(false);
      });

      it('counts, gathers and takes the time of the store', async () => {
        await doc('a').set({ n: 1, list: ['a'] });
        await Promise.all(Array.from({ length: 20 }, () => doc('a').update({ n: FieldValue.increment(2), none: FieldValue.increment(1) })));
        const { writeTime } = await doc('a').update({ list: FieldValue.arrayUnion('a', 'b'), at: FieldValue.serverTimestamp() });
        const found = await doc('a').get();
        expect(found.data()).toMatchObject({ n: 41, none: 20, list: ['a', 'b'] });
        expect(Math.abs((found.get('at') as Timestamp).toMillis() - writeTime.toMillis())).toBeLessThan(1_000);
      });

      it('has an update time that a precondition holds it to', async () => {
        await doc('a').set({ a: 1 });
        const { updateTime: first } = await doc('a').get();
        await doc('a').update({ a: 2 }, { lastUpdateTime: first });
        expect(await codeOf(doc('a').update({ a: 3 }, { lastUpdateTime: first }))).toBe(9);
        expect(await codeOf(doc('a').delete({ lastUpdateTime: first }))).toBe(9);
        const { updateTime: second } = await doc('a').get();
        expect(second?.valueOf()).not.toBe(first?.valueOf());
        await doc('a').delete({ lastUpdateTime: second });
        expect((await doc('a').get()).exists).toBe(false);
        expect([5, 9]).toContain(await codeOf(doc('a').delete({ lastUpdateTime: second })));
      });

      it('that is written as it was keeps its update time', async () => {
        await doc('a').set({ a: 1, map: { b: [at(1)] } });
        const before = await doc('a').get();
        await doc('a').set({ map: { b: [at(1)] }, a: 1 });
        expect((await doc('a').get()).updateTime?.valueOf()).toBe(before.updateTime?.valueOf());
        await doc('a').update({ a: 2 });
        const after = await doc('a').get();
        expect(String(after.updateTime?.valueOf()) > String(before.updateTime?.valueOf())).toBe(true);
        expect(after.createTime?.valueOf()).toBe(before.createTime?.valueOf());
      });

      it('is read at times that never run backwards, none before the write that it shows', async () => {
        let last = '';
        for (let index = 0; index < 5; index += 1) {
          await doc('a').set({ index });
          const { readTime, updateTime } = await doc('a').get();
          expect(String(readTime.valueOf()) >= last).toBe(true);
          expect(String(readTime.valueOf()) >= String(updateTime?.valueOf())).toBe(true);
          last = String(readTime.valueOf());
        }
      });
    });

    describe('several documents', () => {
      it('are read together, in the order asked for, those too that are not there', async () => {
        await Promise.all([doc('a').set({ n: 1 }), doc('c').set({ n: 3 })]);
        expect((await db.getAll(doc('c'), doc('b'), doc('a'))).map((found) => found.get('n') as unknown)).toEqual([3, undefined, 1]);
      });

      it('are written by a batch all or none, in its order', async () => {
        const batch = db.batch();
        batch.create(doc('a'), { n: 1 }).set(doc('b'), { n: 1 });
        batch.update(doc('b'), { n: 2 });
        await batch.commit();
        const failing = db.batch();
        failing.set(doc('c'), { n: 1 }).delete(doc('b'));
        failing.create(doc('a'), { n: 9 });
        expect(await codeOf(failing.commit())).toBe(6);
        expect((await db.getAll(doc('a'), doc('b'), doc('c'))).map((found) => found.data())).toEqual([{ n: 1 }, { n: 2 }, undefined]);
      });
    });

    describe('a query', () => {
      beforeEach(async () => {
        const all = { a: { n: 2, at: at(300), kind: 'x' }, b: { n: 1, at: at(100), kind: 'y' }, c: { n: 2, at: at(200), kind: 'x' }, d: { n: 3, kind: 'z', at: null }, e: { n: '2', kind: 'x' } };
        await Promise.all(Object.entries(all).map(([id, fields]) => doc(id).set(fields)));
      });

      it('answers all in the order of their ids, with a size', async () => {
        const found = await things().get();
        expect([found.size, found.empty, found.docs.map(({ id }) => id)]).toEqual([5, false, ['a', 'b', 'c', 'd', 'e']]);
        expect((await db.collection(`${prefix}none`).get()).empty).toBe(true);
      });

      it('finds equal values of the same type only', async () => {
        expect(await idsOf(things().where('n', '==', 2))).toEqual(['a', 'c']);
        expect(await idsOf(things().where('n', '==', '2'))).toEqual(['e']);
        expect(await idsOf(things().where('at', '==', null))).toEqual(['d']);
        expect(await idsOf(things().where('kind', '==', 'x').where('n', '==', 2))).toEqual(['a', 'c']);
        expect(await idsOf(things().where('kind', 'in', ['y', 'z']))).toEqual(['b', 'd']);
      });

      it('finds what is less, of the same type, and orders by it', async () => {
        expect(await idsOf(things().where('at', '<=', at(200)))).toEqual(['b', 'c']);
        expect(await idsOf(things().where('at', '<', at(200)).orderBy('at', 'asc'))).toEqual(['b']);
        expect(await idsOf(things().where('n', '>=', 2))).toEqual(['a', 'c', 'd']);
        expect(await idsOf(things().where('n', '>', 2))).toEqual(['d']);
      });

      it('orders over types, and leaves out what has no such field', async () => {
        expect(await idsOf(things().orderBy('at'))).toEqual(['d', 'b', 'c', 'a']);
        expect(await idsOf(things().orderBy('n'))).toEqual(['b', 'a', 'c', 'd', 'e']);
      });

      it('breaks ties by the id, in the same direction', async () => {
        expect(await idsOf(things().orderBy('n', 'desc'))).toEqual(['e', 'd', 'c', 'a', 'b']);
        expect(await idsOf(things().orderBy('kind').orderBy('n', 'desc'))).toEqual(['e', 'c', 'a', 'b', 'd']);
      });

      it('is limited, and goes on after a snapshot', async () => {
        const byN = things().orderBy('n', 'desc');
        const { docs } = await byN.limit(2).get();
        const last = docs.at(-1);
        expect(docs.map(({ id }) => id)).toEqual(['e', 'd']);
        expect(last === undefined ? [] : await idsOf(byN.startAfter(last).limit(2))).toEqual(['c', 'a']);
        const tie = await doc('c').get();
        expect(await idsOf(byN.startAfter(tie))).toEqual(['a', 'b']);
      });

      it('ends with a value of the ordered field, that included', async () => {
        const value: unknown = (await doc('c').get()).get('n');
        expect(await idsOf(things().orderBy('n', 'desc').endAt(value))).toEqual(['e', 'd', 'c', 'a']);
        expect(await idsOf(things().orderBy('n').endAt(value).limit(2))).toEqual(['b', 'a']);
      });

      it('orders by a dotted field', async () => {
        await Promise.all([doc('a').set({ clocks: { at: at(2) } }), doc('b').set({ clocks: { at: at(1) } })]);
        expect(await idsOf(things().orderBy('clocks.at'))).toEqual(['b', 'a']);
      });

      it('without fields answers the references alone, and counts', async () => {
        const { docs } = await things().where('n', '==', 2).select().limit(1).get();
        expect(docs.map((found) => [found.ref.path, found.data()])).toEqual([[`${prefix}things/a`, {}]]);
        expect((await things().where('n', '==', 2).count().get()).data().count).toBe(2);
      });

      it('sees what was just written, updated and deleted', async () => {
        await Promise.all([doc('a').delete(), doc('b').update({ n: 2 })]);
        expect(await idsOf(things().where('n', '==', 2))).toEqual(['b', 'c']);
      });

      it('of a collection leaves out those beneath, and of a group has them all', async () => {
        const name = `${prefix}parts`;
        await Promise.all([db.doc(`${name}/top`).set({ n: 1 }), doc('a').collection(name).doc('one').set({ n: 1 }), doc('b').collection(name).doc('two').set({ n: 1 }), doc('b').collection('other').doc('no').set({ n: 1 })]);
        expect(await idsOf(doc('a').collection(name))).toEqual(['one']);
        expect((await idsOf(db.collectionGroup(name).where('n', '==', 1))).sort()).toEqual(['one', 'top', 'two']);
        expect(await idsOf(things())).toEqual(['a', 'b', 'c', 'd', 'e']);
      });
    });

    transactionContract(given);
  });
}

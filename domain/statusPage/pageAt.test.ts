import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import { component, components, makings, maintenance, openNotice, shown } from './forTests';
import { pageAt, remade } from './pageAt';
import { PublicPage } from './publicStatus';

const first = remade(null, makings(), noon).page;
const statesOf = (page: PublicPage) => page.components.map(({ id, state, sinceAt }) => [id, state, sinceAt]);

describe('the page', () => {
  it('begins with what there is, fine and known from now on', () => {
    expect(first.components).toEqual(['api', 'web'].map((id) => ({ id, name: `The ${id}`, description: '', group: '', state: 'operational', sinceAt: noon, knownAt: noon, held: null })));
    expect(PublicPage.parse(first)).toEqual(first);
  });

  it('shows the worst that open notices say, and when that ends how long it was', () => {
    const bad = [openNotice(), openNotice({ noticeId: 'notice-0002', components: [{ componentId: 'api', state: 'degraded' }] })].map((notice) => shown(notice));
    const open = remade(first, makings({ notices: bad }), noon + MINUTE).page;
    expect(statesOf(open)).toEqual([['api', 'majorOutage', noon + MINUTE], ['web', 'operational', noon]]);
    const after = remade(open, makings({ notices: bad.slice(1) }), noon + HOUR);
    expect(statesOf(after.page)[0]).toEqual(['api', 'degraded', noon + HOUR]);
    expect(after.closed).toEqual([{ componentId: 'api', state: 'majorOutage', from: noon + MINUTE, until: noon + HOUR }]);
    expect(remade(after.page, makings(), noon + 2 * HOUR).closed).toEqual([{ componentId: 'api', state: 'degraded', from: noon + HOUR, until: noon + 2 * HOUR }]);
  });

  it('shows what is held by hand before everything else', () => {
    const held = [component('api', { held: { state: 'operational', by: 'Ada', since: noon } }), component('web', { held: { state: 'partialOutage', by: 'Ada', since: noon } })];
    const { page } = remade(first, makings({ components: held, notices: [shown(openNotice())], maintenance: [maintenance({ startsAt: noon - 1 })] }), noon);
    expect(page.components.map(({ state }) => state)).toEqual(['operational', 'partialOutage']);
    expect(JSON.stringify(page)).not.toContain('Ada');
  });

  it('goes in and out of maintenance at its own time, whoever looks when', () => {
    const planned = remade(first, makings({ maintenance: [maintenance()] }), noon).page;
    expect(pageAt(planned, noon + HOUR - 1)).toEqual({ page: planned, closed: [] });
    expect(statesOf(pageAt(planned, noon + 90 * MINUTE).page)[0]).toEqual(['api', 'maintenance', noon + HOUR]);
    const over = pageAt(planned, noon + 9 * HOUR);
    expect(statesOf(over.page)[0]).toEqual(['api', 'operational', noon + 2 * HOUR]);
    const span = { componentId: 'api', state: 'maintenance', from: noon + HOUR, until: noon + 2 * HOUR };
    expect(over.closed).toEqual([span]);
    const stored = remade(planned, makings({ maintenance: [maintenance()] }), noon + 9 * HOUR);
    expect([stored.page.maintenance, stored.closed]).toEqual([[], [span]]);
    expect(pageAt(stored.page, noon + 10 * HOUR).closed).toEqual([]);
  });

  it('counts nothing twice however often it is made anew', () => {
    let page = remade(first, makings({ notices: [shown(openNotice())] }), noon).page;
    const closed = [1, 2, 3].flatMap((hour) => {
      const next = remade(page, makings({ notices: page.notices }), noon + hour * HOUR);
      page = next.page;
      return next.closed;
    });
    expect([closed, statesOf(page)[0]]).toEqual([[], ['api', 'majorOutage', noon]]);
  });

  it('an outage in the middle of maintenance is one, and maintenance again after it', () => {
    const running = remade(first, makings({ maintenance: [maintenance({ startsAt: noon - HOUR })] }), noon).page;
    const bad = remade(running, makings({ maintenance: running.maintenance, notices: [shown(openNotice())] }), noon + MINUTE);
    const back = remade(bad.page, makings({ maintenance: running.maintenance }), noon + 2 * MINUTE);
    expect([running, bad.page, back.page].map((page) => page.components[0]?.state)).toEqual(['maintenance', 'majorOutage', 'maintenance']);
  });

  it('a component that is removed ends what it was in, and is not named any more', () => {
    const open = remade(first, makings({ notices: [shown(openNotice())] }), noon).page;
    const { page, closed } = remade(open, makings({ components: components.slice(1), notices: open.notices }), noon + HOUR);
    expect([page.components.length, closed.length]).toEqual([1, 1]);
  });

  it('stands in the order of places, groups together, with names as they are now', () => {
    const listed = [component('c', { position: 2, group: 'A' }), component('b', { position: 1 }), component('a', { position: 0, group: 'A', name: 'New name' })];
    const { page } = remade(first, makings({ components: listed, notices: [shown(openNotice({ components: [{ componentId: 'a', state: 'degraded' }] }), [component('a', { name: 'Old name' })])] }), noon);
    expect([page.components.map(({ id }) => id), page.notices[0]?.components[0]?.name]).toEqual([['a', 'c', 'b'], 'New name']);
  });
});

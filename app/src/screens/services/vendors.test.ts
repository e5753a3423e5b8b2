import { describe, expect, it } from 'vitest';
import type { Vendor } from '#domain/service/service';
import { newVendor, vendorDraftsOf, vendorsOf, waysTo } from './vendors';

const vendor: Vendor = { name: 'Card Co', phone: '+4930123456', email: 'help@card.test', url: 'https://card.test/status', note: 'Customer 4711' };
const [draft = newVendor('a')] = vendorDraftsOf([vendor]);
const pathsOf = (...drafts: Parameters<typeof vendorsOf>[0]) => {
  const read = vendorsOf(drafts);
  return 'issues' in read ? read.issues.map(({ path }) => path) : [];
};

describe('the vendors of a service while they are typed', () => {
  it('go there and back unchanged, also none at all', () => {
    expect(vendorsOf(vendorDraftsOf([vendor, { ...vendor, email: null, url: null, note: '' }]))).toEqual({ vendors: [vendor, { ...vendor, email: null, url: null, note: '' }] });
    expect(vendorsOf(vendorDraftsOf(undefined))).toEqual({ vendors: [] });
  });

  it('take a number however it is grouped', () => {
    expect(vendorsOf([{ ...draft, phone: '0049 (30) 123-456' }])).toEqual({ vendors: [vendor] });
  });

  it.each([
    ['no name', { name: ' ' }, 'vendors.0.name'], ['a number without its country', { phone: '030 123456' }, 'vendors.0.phone'], ['no e-mail address', { email: 'nobody' }, 'vendors.0.email'],
    ['a page that runs something', { url: 'javascript:alert(1)' }, 'vendors.0.url'], ['no way to reach it', { phone: '', email: '', url: ' ' }, 'vendors.0.phone'],
  ])('with %s name the field', (_what, wrong, path) => {
    expect(pathsOf({ ...draft, ...wrong })).toEqual([path]);
  });

  it('name the one that is wrong', () => {
    expect(pathsOf(draft, newVendor('b'))).toEqual(['vendors.1.name', 'vendors.1.phone']);
  });
});

describe('the ways to a vendor', () => {
  it('dial, write and open', () => {
    expect(waysTo(vendor).map(({ href, words }) => [href, words])).toEqual([['tel:+4930123456', '+4930123456'], ['mailto:help@card.test', 'help@card.test'], ['https://card.test/status', 'card.test']]);
    expect(waysTo({ phone: null, email: null, url: null })).toEqual([]);
  });

  it('an address can add no recipient and no words to the mail, and no scheme of its own', () => {
    const [mail] = waysTo({ phone: null, email: 'a@b.test?bcc=c@d.test&body=x', url: 'javascript:alert(1)' });
    expect(waysTo({ phone: null, email: null, url: 'javascript:alert(1)' })).toEqual([]);
    expect(mail?.href).not.toContain('?');
  });
});

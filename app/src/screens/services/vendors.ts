import { Vendor } from '#domain/service/service';
import type { Issue } from '../../commands/send';
import { tidyNumber } from '../contact/ruleDraft';

/** A vendor as it is typed; an empty text stands for none. `key` names its lines on the screen. */
export type VendorDraft = { key: string; name: string; phone: string; email: string; url: string; note: string };

/** As many as a service keeps. */
export const mostVendors = 10;

export const newVendor = (key: string): VendorDraft => ({ key, name: '', phone: '', email: '', url: '', note: '' });

/** What the form starts with. */
export function vendorDraftsOf(vendors: readonly Vendor[] = []): VendorDraft[] {
  return vendors.map(({ name, phone, email, url, note }, index) => ({ key: `saved-${index}`, name, phone: phone ?? '', email: email ?? '', url: url ?? '', note }));
}

const messages: Readonly<Record<string, string>> = {
  name: 'is needed', phone: 'needs its country code, such as +49 30 1234567', email: 'is not an e-mail address', url: 'begins with https:// or http://',
};

/** The vendors that were typed, or what is wrong with them: the same paths as the server's. One that can be reached by nothing helps nobody. */
export function vendorsOf(drafts: readonly VendorDraft[]): { vendors: Vendor[] } | { issues: Issue[] } {
  const read = drafts.map((draft, index) => {
    const vendor = vendorOf(draft);
    const parsed = Vendor.safeParse(vendor);
    const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: ['vendors', index, ...path].join('.'), message: messages[String(path[0])] ?? message }));
    const isReached = vendor.phone !== null || vendor.email !== null || vendor.url !== null;
    return { vendor, issues: isReached ? wrong : [...wrong, { path: `vendors.${index}.phone`, message: 'A number, an e-mail address or a page is needed: how else is it reached?' }] };
  });
  const issues = read.flatMap((each) => each.issues);
  return issues.length > 0 ? { issues } : { vendors: read.map(({ vendor }) => vendor) };
}

function vendorOf({ name, phone, email, url, note }: VendorDraft): Vendor {
  const orNone = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  return { name: name.trim(), phone: phone.trim() === '' ? null : tidyNumber(phone), email: orNone(email), url: orNone(url), note: note.trim() };
}

export type VendorWay = { kind: 'phone' | 'email' | 'url'; href: string; words: string };

/** The ways to a vendor, each one tap; what strangers could have written is held to the schemes that dial, write and open. */
export function waysTo({ phone, email, url }: Pick<Vendor, 'phone' | 'email' | 'url'>): VendorWay[] {
  const ways: (VendorWay | null)[] = [
    phone === null ? null : { kind: 'phone', href: `tel:${phone}`, words: phone },
    email === null ? null : { kind: 'email', href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`, words: email },
    url === null || !/^https?:\/\//i.test(url) ? null : { kind: 'url', href: url, words: new URL(url).host },
  ];
  return ways.filter((way) => way !== null);
}

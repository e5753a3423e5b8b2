/** A way to reach somebody, as it was written: what a tap on it does, where it looks like a number or an address; null where it is only words. */
export function contactHref(how: string): string | null {
  const text = how.trim();
  const number = /^(?:tel:|phone:?|call)?\s*(\+?[\d\s()/.-]{3,})$/i.exec(text)?.[1];
  if (number !== undefined && number.replace(/\D/g, '').length >= 3) return `tel:${number.replace(/[^\d+]/g, '')}`;
  const address = /^(?:mailto:)?([^\s@<>?&]+@[^\s@<>?&]+\.[^\s@<>?&]+)$/i.exec(text)?.[1];
  if (address !== undefined) return `mailto:${address}`;
  return null;
}

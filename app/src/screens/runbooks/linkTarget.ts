// Characters that turn the direction of writing around: what is read is then another text than what is opened or pasted.
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text without the characters that would show it in another order than it has. */
export function inReadingOrder(text: string): string {
  return text.replace(TURNING, '');
}

/** A host name as it stands in words: `shop.example.com`, with or without what is around it. */
const HOST = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/gu;

/**
 * Where a link truly leads, when its words name another place: `evil.example` for the words `https://bank.example`. Null where the words are only
 * words, or name the place that it leads to. `href`: what the browser would open.
 */
export function leadsElsewhere(words: string, href: string): string | null {
  const url = parsed(href);
  if (url === null) return null;
  const text = inReadingOrder(words).toLowerCase();
  switch (url.protocol) {
    case 'http:':
    case 'https:': {
      const named = [...text.matchAll(HOST)].map(([host]) => asciiOf(host));
      return named.length > 0 && named.some((host) => host !== url.hostname && `www.${host}` !== url.hostname) ? url.host : null;
    }
    case 'mailto:': {
      const address = decoded(url.pathname);
      return text.includes('@') && !text.includes(address.toLowerCase()) ? address : null;
    }
    case 'tel:': {
      const [said, dialled] = [digitsOf(text), digitsOf(url.pathname)];
      return said.length >= 3 && said.replace(/^0+/, '') !== dialled.replace(/^0+/, '') ? url.pathname : null;
    }
    default: return null;
  }
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

function parsed(href: string): URL | null {
  return URL.canParse(href) ? new URL(href) : null;
}

/** A host with letters of any script as the browser would write it: letters that only look alike are told apart. */
function asciiOf(host: string): string {
  return parsed(`https://${host}/`)?.hostname ?? host;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { initialize } from '@ionic/core/components';
import { defineCustomElement as defineApp } from '@ionic/core/components/ion-app.js';
import { defineCustomElement as defineContent } from '@ionic/core/components/ion-content.js';
import { defineCustomElement as defineFooter } from '@ionic/core/components/ion-footer.js';
import { defineCustomElement as defineHeader } from '@ionic/core/components/ion-header.js';
import { createElement } from 'react';
import type { ReactNode } from 'react';

// The frame of every screen stands on Ionic's own elements, without the package of React wrappers around them: that one
// file brings tabs, navigation and routing along, unused, into the first paint (20 kB gzip). React 19 sets properties and
// listens to events of custom elements by itself. Sheets, which are never part of a first paint, use the wrappers.

/** Begins Ionic: one look on every platform, and no motion where none is wanted. */
export function startIonic(): void {
  document.documentElement.classList.add('ion-ce');
  initialize({ mode: 'md', animated: !matchMedia('(prefers-reduced-motion: reduce)').matches });
  for (const define of [defineApp, defineContent, defineFooter, defineHeader]) define();
}

/** The root around everything, overlays included. */
export function App({ children }: { children: ReactNode }) {
  return createElement('ion-app', null, children);
}

/**
 * Ionic's elements name themselves landmarks (`main`, `banner`) as if each were alone on the page. Beside another screen they are not, and what scrolls holds a
 * `main` of ours: the role is taken off whenever the element draws it.
 */
function withoutLandmark(element: HTMLElement): () => void {
  const takeOff = () => { if (element.hasAttribute('role')) element.removeAttribute('role'); };
  const drawn = new MutationObserver(takeOff);
  drawn.observe(element, { attributes: true, attributeFilter: ['role'] });
  takeOff();
  return () => drawn.disconnect();
}

/** A screen's frame: header, what scrolls, footer. `beside`: the name of the section that it is, where another screen is the page's main part. */
export function Page({ children, className, beside }: { children: ReactNode; className: string; beside: string | null }) {
  return beside === null ? <div className={`ion-page ${className}`}>{children}</div> : <section className={`ion-page ${className}`} aria-label={beside}>{children}</section>;
}

export function Header({ children, className, beside }: { children: ReactNode; className: string; beside: boolean }) {
  return createElement('ion-header', { class: className, mode: 'ios', ...(beside ? { ref: withoutLandmark } : {}) }, children);
}

export function Footer({ children, className, beside }: { children: ReactNode; className: string; beside: boolean }) {
  return createElement('ion-footer', { class: className, mode: 'ios', ...(beside ? { ref: withoutLandmark } : {}) }, children);
}

/** What scrolls. `onScroll` hears how far from the top, in px. */
export function Content({ children, onScroll }: { children: ReactNode; onScroll?: ((top: number) => void) | undefined }) {
  return createElement('ion-content', {
    ref: withoutLandmark,
    scrollEvents: onScroll !== undefined,
    onionScroll: onScroll ? (event: CustomEvent<{ scrollTop: number }>) => onScroll(event.detail.scrollTop) : undefined,
  }, children);
}

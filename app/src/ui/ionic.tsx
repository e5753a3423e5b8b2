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

/** A screen's frame: header, what scrolls, footer. */
export function Page({ children, className }: { children: ReactNode; className: string }) {
  return <div className={`ion-page ${className}`}>{children}</div>;
}

export function Header({ children, className }: { children: ReactNode; className: string }) {
  return createElement('ion-header', { class: className, mode: 'ios' }, children);
}

export function Footer({ children, className }: { children: ReactNode; className: string }) {
  return createElement('ion-footer', { class: className, mode: 'ios' }, children);
}

/** What scrolls. `onScroll` hears how far from the top, in px. */
export function Content({ children, onScroll }: { children: ReactNode; onScroll?: ((top: number) => void) | undefined }) {
  return createElement('ion-content', {
    scrollEvents: onScroll !== undefined,
    onionScroll: onScroll ? (event: CustomEvent<{ scrollTop: number }>) => onScroll(event.detail.scrollTop) : undefined,
  }, children);
}

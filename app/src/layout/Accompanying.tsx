import { Component, lazy, Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** From a fall to the next try, in ms. */
const PAUSE = 3_000;

type Load = () => Promise<{ default: ComponentType }>;

/**
 * Something that stands beside every screen (the alarm, the device): it shows nothing until it is loaded and nothing after it fell over, and is then
 * loaded and begun anew. It must not take the screen with it, nor stay away: it is what rings.
 */
export class Accompanying extends Component<{ load: Load }, { part: ComponentType | null }> {
  // Made anew at each try: React keeps a load that was refused.
  override state: { part: ComponentType | null } = { part: lazy(this.props.load) };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { part: null } {
    return { part: null };
  }

  override componentDidCatch(error: unknown): void {
    console.warn('What accompanies the screens fell over.', error);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setState({ part: lazy(this.props.load) }), PAUSE);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(): ReactNode {
    const { part: Part } = this.state;
    return Part ? <Suspense fallback={null}><Part /></Suspense> : null;
  }
}

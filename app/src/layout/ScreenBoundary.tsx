import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failure, QuietAction } from '../ui';

/**
 * Catches a screen that fell over, most likely because a part of it could not be fetched: without this the whole app would be blank. Another
 * address (`at`) is another try.
 */
export class ScreenBoundary extends Component<{ at: string; children: ReactNode }, { fellAt: string | null }> {
  override state: { fellAt: string | null } = { fellAt: null };

  static getDerivedStateFromProps(props: { at: string }, state: { fellAt: string | null }): { fellAt: string | null } | null {
    return state.fellAt !== null && state.fellAt !== '' && state.fellAt !== props.at ? { fellAt: null } : null;
  }

  static getDerivedStateFromError(): { fellAt: string } {
    return { fellAt: '' };
  }

  override componentDidCatch(error: unknown): void {
    console.warn('A screen fell over.', error);
    this.setState({ fellAt: this.props.at });
  }

  override render(): ReactNode {
    if (this.state.fellAt === null) return this.props.children;
    return (
      <main>
        <Failure title="This screen could not be opened" action={<QuietAction outlined onClick={() => location.reload()}>Try again</QuietAction>}>
          <p>What you did is kept, and pages still ring. It may need a network.</p>
        </Failure>
      </main>
    );
  }
}

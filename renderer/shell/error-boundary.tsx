import { Component, type ReactNode } from 'react';
import { announce } from '#renderer/data/announce.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

export type ErrorBoundaryProps = {
  where: 'window' | 'place';
  /** Another value: another place, so it is tried afresh. */
  place?: string;
  children: ReactNode;
};
type State = { failed: boolean; place: string | undefined };

/** A class because React offers this in no other form. A fault of one place leaves the others standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }
  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.place === state.place ? null : { failed: false, place: props.place };
  }
  override componentDidCatch(): void {
    announce('This page could not be shown. What was saved is kept.', true);
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        title="This page could not be shown"
        button={<Button onClick={() => this.setState({ failed: false })}>Show it again</Button>}
        also={this.props.where === 'place' ? <a href={hrefTo('overview')}>Go to Overview</a> : undefined}
      >
        A fault in Plumbline stopped it. What was saved is kept. If it happens again, close and reopen the window.
      </EmptyState>
    );
  }
}

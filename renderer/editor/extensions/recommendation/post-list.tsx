import { ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export type PostListProps = {
  label: string;
  posts: readonly string[];
  cannot: string | null;
  empty: string;
  /** One leads to the next: owner, overseer, group, executive. */
  chain?: boolean;
  change(posts: string[]): Promise<boolean>;
};

/** Posts, each written in its own chip; an empty one goes. Enter goes on to the next, Backspace in an empty one back. */
export function PostList({ label, posts, cannot, empty, chain = false, change }: PostListProps): ReactNode {
  const [typed, setTyped] = useState<string[] | null>(null);
  const host = useRef<HTMLSpanElement>(null);
  const shown = typed ?? [...posts];
  const slots = cannot === null ? [...shown, ''] : shown;

  async function keep(next: string[]): Promise<void> {
    const clean = next.map((post) => post.trim()).filter((post) => post !== '');
    if (JSON.stringify(clean) === JSON.stringify(posts) || (await change(clean))) setTyped(null);
  }
  const inputs = (): HTMLInputElement[] => [...(host.current?.querySelectorAll('input') ?? [])];
  function write(index: number, value: string): void {
    const next = [...shown];
    next[index] = value;
    setTyped(next);
  }
  function key(event: KeyboardEvent, index: number): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      inputs()[index + 1]?.focus();
    } else if (event.key === 'Backspace' && slots[index] === '' && index > 0) {
      event.preventDefault();
      inputs()[index - 1]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setTyped(null);
    }
  }
  return (
    <span
      className="pl-rec-posts"
      ref={host}
      role="group"
      aria-label={label}
      onBlur={(event) => {
        if (typed !== null && !event.currentTarget.contains(event.relatedTarget)) void keep(shown);
      }}
    >
      {slots.map((post, index) => {
        const last = index === shown.length;
        return (
          // A chip is known by its place: the same post may stand twice while it is being written.
          <span key={index} className="pl-rec-post" data-new={last || undefined}>
            {chain && index > 0 && !last && <ChevronRight size={12} aria-hidden />}
            <span className={last ? 'pl-rec-post-new' : 'pl-rec-chip'}>
              <input
                aria-label={last ? `Add to ${label.toLowerCase()}` : `${label} ${index + 1}`}
                value={post}
                size={Math.max(4, post.length)}
                readOnly={cannot !== null}
                placeholder={last ? (shown.length === 0 ? empty : 'Add') : ''}
                onChange={(event) => write(index, event.currentTarget.value)}
                onKeyDown={(event) => key(event, index)}
              />
              {!last && cannot === null && (
                <button
                  type="button"
                  aria-label={`Remove ${post}`}
                  title="Remove"
                  onClick={() => void keep(shown.filter((_, i) => i !== index))}
                >
                  <X size={11} aria-hidden />
                </button>
              )}
            </span>
          </span>
        );
      })}
    </span>
  );
}

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export type ItemListProps<Item> = {
  label: string;
  items: readonly Item[];
  keyOf(item: Item): string;
  at: number;
  onAt(index: number): void;
  /** Set: Space, Ctrl+A and a click with Ctrl mark several. */
  marked?: ReadonlySet<string>;
  onMark?: (keys: ReadonlySet<string>) => void;
  children(item: Item): ReactNode;
};

const PAGE = 8;

/** A list of which one is in hand and several can be marked; arrows, Home, End, PgUp, PgDn move. */
export function ItemList<Item>({ label, items, keyOf, at, onAt, marked, onMark, children }: ItemListProps<Item>): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  /** The keyboard has moved: focus follows the item, also where the one in hand has gone and the next took its place. */
  const follow = useRef(false);
  const inHand = items[at];
  const current = inHand === undefined ? null : keyOf(inHand);
  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>('[data-at]');
    option?.scrollIntoView?.({ block: 'nearest' });
    const had = document.activeElement === document.body || list.current?.contains(document.activeElement);
    if (follow.current && had) option?.focus({ preventScroll: true });
  }, [current]);

  function mark(key: string): void {
    if (!onMark) return;
    const next = new Set(marked);
    if (!next.delete(key)) next.add(key);
    onMark(next);
  }
  function key(event: KeyboardEvent): void {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || !onMark) return;
      event.preventDefault();
      onMark(new Set(marked?.size === items.length ? [] : items.map(keyOf)));
      return;
    }
    if (event.key === ' ' && current !== null) {
      event.preventDefault();
      mark(current);
      return;
    }
    if (event.key === 'Escape' && marked && marked.size > 0) {
      event.preventDefault();
      onMark?.(new Set());
      return;
    }
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    follow.current = true;
    if (event.shiftKey && current !== null && onMark && !marked?.has(current)) mark(current);
    onAt(Math.max(0, Math.min(items.length - 1, to)));
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={onMark ? true : undefined}
      className="pl-same-list"
      tabIndex={items.length === 0 ? 0 : -1}
      onKeyDown={key}
      onFocus={() => {
        follow.current = true;
      }}
    >
      {items.map((item, index) => {
        const id = keyOf(item);
        return (
          <div
            key={id}
            role="option"
            aria-selected={onMark ? Boolean(marked?.has(id)) : index === at}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className="pl-same-item"
            data-at={index === at || undefined}
            data-page-focus={index === at || undefined}
            tabIndex={index === at ? 0 : -1}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) mark(id);
              onAt(index);
            }}
            onKeyDown={undefined}
          >
            {onMark && <span className="pl-same-tick" aria-hidden data-on={marked?.has(id) || undefined} />}
            <div className="pl-grow">{children(item)}</div>
          </div>
        );
      })}
    </div>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { DetailsButton } from '#renderer/ui/page.tsx';
import { scrollToElement } from '#renderer/ui/scroll-to.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import type { MarkProps } from './marked-runs.tsx';
import { Paper } from './paper.tsx';
import { TextOnly } from './text-only.tsx';

export type PreviewPaneProps = MarkProps & { doc: DocBlocks | null };

/** The publication as it would leave: as pages, or as text alone. The issue in hand is brought into view. */
export function PreviewPane({ doc, ...marks }: PreviewPaneProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [as, setAs] = useState<'page' | 'text'>('page');
  const [pages, setPages] = useState(1);
  const [at, setAt] = useState(1);
  const { active } = marks;
  useEffect(() => {
    if (active === null) return;
    scrollToElement(scroller.current?.querySelector(`[data-pin="${active}"]`), 'center');
  }, [active, as]);
  function scrolled(): void {
    const root = scroller.current;
    if (!root) return;
    const line = root.getBoundingClientRect().top + root.clientHeight / 3;
    const shown = [...root.querySelectorAll<HTMLElement>('[data-page]')].findLast(
      (sheet) => sheet.getBoundingClientRect().top <= line,
    );
    setAt(Number(shown?.dataset['page'] ?? 1));
  }
  function turn(by: number): void {
    const next = Math.min(pages, Math.max(1, at + by));
    scrollToElement(scroller.current?.querySelector(`[data-page="${next}"]`), 'start');
    setAt(next);
  }
  return (
    <div className="pl-pub-middle">
      <div className="pl-pub-head">
        <h2>Preview</h2>
        <span className="pl-page-about pl-pub-as">{as === 'page' ? 'as Word will show it' : 'every word, in reading order'}</span>
        <span className="pl-page-tools">
          <SegmentedControl
            label="Show as"
            value={as}
            onChange={setAs}
            segments={[
              { value: 'page', label: 'Page' },
              { value: 'text', label: 'Text only' },
            ]}
          />
          {as === 'page' && (
            <span className="pl-row pl-pub-turn">
              <span className="pl-2">
                Page {Math.min(at, pages)} of {pages}
              </span>
              <IconButton
                bar
                label="Previous page"
                icon={<ChevronLeft size={14} aria-hidden />}
                cannot={at <= 1 ? 'This is the first page' : null}
                onClick={() => turn(-1)}
              />
              <IconButton
                bar
                label="Next page"
                icon={<ChevronRight size={14} aria-hidden />}
                cannot={at >= pages ? 'This is the last page' : null}
                onClick={() => turn(1)}
              />
            </span>
          )}
          <DetailsButton label="Check sheet" />
        </span>
      </div>
      {/* Scrolled by keyboard: where nothing is marked it holds nothing that takes focus. */}
      <div
        ref={scroller}
        className="pl-pub-desk"
        data-as={as}
        tabIndex={0}
        role="region"
        aria-label="Text of the publication"
        onScroll={scrolled}
      >
        {doc === null ? (
          <p className="pl-pub-nothing">Nothing can be shown yet.</p>
        ) : as === 'page' ? (
          <Paper doc={doc} onPages={setPages} {...marks} />
        ) : (
          <TextOnly doc={doc} {...marks} />
        )}
      </div>
    </div>
  );
}

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { BlockView } from './block-view.tsx';
import type { MarkProps } from './marked-runs.tsx';
import { paginate } from './paginate.ts';
import './paper.css';

export type PaperProps = MarkProps & { doc: DocBlocks; onPages(count: number): void };
/** Of an A4 page in millimetres: the text's height and the page's width. */
const TEXT_HEIGHT = 297 - 50;
const WIDTH = 210;

/** The publication as pages of A4, as Word will lay it out within a line or two. Every length is a share of the page's width. */
export function Paper({ doc, onPages, ...marks }: PaperProps): ReactNode {
  const measure = useRef<HTMLDivElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly number[])[]>([doc.blocks.map((_, i) => i)]);
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    // Another typeface has other line ends; jsdom has none at all.
    void document.fonts?.ready.then(() => setFonts((n) => n + 1));
  }, []);
  useLayoutEffect(() => {
    const column = measure.current;
    if (!column) return;
    const unit = column.getBoundingClientRect().width / WIDTH;
    const blocks = [...column.children].map((child, i) => {
      const { top, bottom } = child.getBoundingClientRect();
      const block = doc.blocks[i];
      return { top, bottom, keepWithNext: block?.t === 'heading' || block?.t === 'title' };
    });
    const next = unit > 0 ? paginate(blocks, TEXT_HEIGHT * unit) : [doc.blocks.map((_, i) => i)];
    setPages(next);
    onPages(next.length);
  }, [doc, fonts, onPages]);
  useEffect(() => {
    const root = sheets.current;
    if (!root) return undefined;
    const place = (): void => spread(root);
    place();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const size = new ResizeObserver(place);
    size.observe(root);
    return () => size.disconnect();
  }, [pages, doc, marks.issues]);
  return (
    <div className="pl-pub-paper">
      <div className="pl-pub-measure" ref={measure} aria-hidden inert>
        {doc.blocks.map((block, i) => (
          // Blocks have no name but their place.
          <BlockView key={`block ${i + 1}`} block={block} {...marks} quiet />
        ))}
      </div>
      <div ref={sheets} className="pl-pub-sheets">
        {pages.map((page, n) => (
          <section
            key={`page ${n + 1}`}
            className="pl-pub-sheet"
            aria-label={`Page ${n + 1} of ${pages.length}`}
            data-page={n + 1}
          >
            <div className="pl-pub-text" lang={doc.language}>
              {page.map((i) => {
                const block = doc.blocks[i];
                return block && <BlockView key={`block ${i + 1}`} block={block} {...marks} />;
              })}
            </div>
            <p className="pl-pub-footer" aria-hidden>
              <span>{doc.title}</span>
              <span>
                Page {n + 1} of {pages.length}
              </span>
            </p>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Side of a number's target in CSS pixels. */
const PIN = 24;

/** Numbers of near lines stand beside each other in the margin; where it is full, a little lower: never on one another. */
function spread(root: HTMLElement): void {
  for (const sheet of root.querySelectorAll<HTMLElement>('[data-page]')) {
    const pins = [...sheet.querySelectorAll<HTMLElement>('[data-pin]')];
    for (const pin of pins) pin.style.setProperty('--pl-lower', '0px');
    const margin = (sheet.getBoundingClientRect().width / WIDTH) * 22;
    const ends: number[] = Array.from({ length: Math.max(1, Math.floor(margin / PIN)) }, () => Number.NEGATIVE_INFINITY);
    const tops = pins.map((pin) => pin.getBoundingClientRect().top);
    pins.forEach((pin, i) => {
      const top = tops[i] ?? 0;
      const free = ends.findIndex((end) => end <= top);
      const column = free >= 0 ? free : ends.indexOf(Math.min(...ends));
      const at = Math.max(top, ends[column] ?? top);
      ends[column] = at + PIN;
      pin.style.setProperty('--pl-pin', String(column));
      pin.style.setProperty('--pl-lower', `${at - top}px`);
    });
  }
}

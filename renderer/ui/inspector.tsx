import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { useFrame } from './frame-slots.tsx';
import './panel.css';

export type InspectorProps = {
  title: ReactNode;
  /** Beside the title: an agency tag, a chip. */
  beside?: ReactNode;
  /** Before the close button: previous and next. */
  tools?: ReactNode;
  /** The bar at its foot: the one main button of the inspector. */
  end?: ReactNode;
  /** Nothing in it takes focus, so that it takes focus itself to be scrolled by keyboard. */
  reads?: boolean;
  /** A form that was asked for: its first field takes the focus, and the list has it again once the form has gone. */
  arrive?: boolean;
  children: ReactNode;
};

/** After this what is drawn next is there, in milliseconds. */
const DRAWN = 100;

/** Where what had the focus has gone with its form: back to the row in hand of the place's list. */
export function backToList(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const rows = ['[aria-selected=true][tabindex="0"]', '[data-page-focus]', '[role=grid] [tabindex="0"]'];
    const row = rows.map((css) => document.querySelector<HTMLElement>(css)).find((one) => one !== null);
    row?.focus({ preventScroll: true });
  }, DRAWN);
}

/** What stands in a page's inspector: heading, decision if one waits, where it came from, annotations, thread. */
export function Inspector({ title, beside, tools, end, reads = false, arrive = false, children }: InspectorProps): ReactNode {
  const frame = useFrame();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!arrive) return undefined;
    body.current?.querySelector<HTMLElement>('input,select,textarea')?.focus();
    return backToList;
  }, [arrive]);
  return (
    <div className="pl-inspector">
      <div className="pl-inspector-head">
        <h2 className="pl-clip">{title}</h2>
        {beside}
        <span className="pl-push pl-row" style={{ gap: 0 }}>
          {tools}
          <IconButton
            label="Close details"
            icon={<X size={14} aria-hidden />}
            bar
            onClick={() => frame.setInspectorOpen(false)}
          />
        </span>
      </div>
      {/* Scrolls by keyboard where it holds nothing that takes focus. */}
      <div ref={body} className="pl-inspector-body" tabIndex={reads ? 0 : -1}>
        {children}
      </div>
      {end && <div className="pl-inspector-end">{end}</div>}
    </div>
  );
}

export type SectionProps = { title?: ReactNode; count?: number; tools?: ReactNode; children: ReactNode };

/** A part of an inspector or panel, set off by a line. */
export function Section({ title, count, tools, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="pl-section" aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="pl-section-head">
          <h3 id={id}>{title}</h3>
          {count !== undefined && <span className="pl-section-count">{count.toLocaleString('en-GB')}</span>}
          {tools && <span className="pl-section-tools">{tools}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Name and value beside each other; what is not set is left out by the caller, not shown as a blank. */
export function DefinitionList({ items }: { items: readonly (readonly [string, ReactNode])[] }): ReactNode {
  return (
    <dl className="pl-dl">
      {items.map(([term, value]) => (
        <Pair key={term} term={term} value={value} />
      ))}
    </dl>
  );
}
function Pair({ term, value }: { term: string; value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

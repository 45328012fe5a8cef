import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { OriginalCell, OriginalLine, OriginalMark, OriginalPage } from '#shared/contract/return-original.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import { StatusMark, statusOfSeverity } from './status-mark.tsx';
import './original-view.css';

type Row = Extract<OriginalLine, { kind: 'row' }>;
type Paragraph = Extract<OriginalLine, { kind: 'paragraph' }>;
type Part = { ref: TableRef; rows: Row[] } | { paragraph: Paragraph };

export type OriginalViewProps = {
  page: OriginalPage;
  /** The region's name to a screen reader. */
  label: string;
  /** What leads from a row to the entry that was read from it. */
  children(eventId: string, row: number): ReactNode;
};

export const tableTitle = (table: TableRef): string => (typeof table === 'string' ? `Sheet “${table}”` : `Table ${table}`);

/**
 * A page of the file as it was sent: paragraphs and tables in their order, drawn from its words alone and never from its own
 * mark-up. What the file hides, strikes out or comments on is said where it stands; the row asked for is marked.
 */
export function OriginalView({ page, label, children }: OriginalViewProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const at = page.at === null ? undefined : page.lines[page.at - page.from];
  useEffect(() => {
    const box = root.current;
    const marked = box?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!box) return;
    // By its own scroll alone: scrollIntoView would move the window around it as well.
    const above = marked ? marked.top - box.getBoundingClientRect().top - Math.max(0, (box.clientHeight - marked.height) / 3) : 0;
    box.scrollTop = marked ? box.scrollTop + above : 0;
    const cell = box.querySelector('[data-pointed]')?.getBoundingClientRect();
    box.scrollLeft += cell ? Math.max(0, cell.right - box.getBoundingClientRect().right + 16) : -box.scrollLeft;
  }, [page]);
  return (
    // Takes focus so that it scrolls by keyboard.
    <div ref={root} className="pl-or" tabIndex={0} role="region" aria-label={label}>
      {page.from === 0 && <Marks marks={page.marks} />}
      {partsOf(page.lines).map((part) =>
        'paragraph' in part ? (
          <ParagraphLine key={`p${part.paragraph.row}`} line={part.paragraph} current={part.paragraph === at} entry={children} />
        ) : (
          <table key={`${part.ref} ${part.rows[0]?.row}`} className="pl-or-table" aria-label={tableTitle(part.ref)}>
            <tbody>
              {part.rows.map((row) => (
                <RowLine key={row.row} row={row} current={row === at} cell={row === at ? page.cell : null} entry={children} />
              ))}
            </tbody>
          </table>
        ),
      )}
    </div>
  );
}

function partsOf(lines: readonly OriginalLine[]): Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (line.kind === 'paragraph') parts.push({ paragraph: line });
    else if (last && 'rows' in last && last.ref === line.table) last.rows.push(line);
    else parts.push({ ref: line.table, rows: [line] });
  }
  return parts;
}

type LineProps = { current: boolean; entry: OriginalViewProps['children'] };

function ParagraphLine({ line, current, entry }: LineProps & { line: Paragraph }): ReactNode {
  return (
    <div className="pl-or-paragraph" data-heading={line.heading || undefined} aria-current={current || undefined}>
      <span className="pl-or-number">
        <span className="pl-hidden">Paragraph </span>
        {line.row}
      </span>
      <div className="pl-or-words">
        <p>{line.text}</p>
        <Notes notes={line.notes} />
        <Marks marks={line.marks} />
      </div>
      {line.eventId !== null && entry(line.eventId, line.row)}
    </div>
  );
}

function RowLine({ row, current, cell, entry }: LineProps & { row: Row; cell: number | null }): ReactNode {
  let next = 0;
  return (
    <tr aria-current={current || undefined} data-header={row.header || undefined} data-struck={row.deleted || undefined}>
      <th scope="row" className="pl-or-number">
        <span className="pl-hidden">Row </span>
        {row.row}
      </th>
      {row.cells.map((one, index) => {
        const gap = one.column - next;
        next = one.column + one.span;
        return (
          <Fragment key={one.column}>
            {gap > 0 && <td className="pl-or-gap" colSpan={gap} />}
            <CellBox cell={one} pointed={index === cell} struck={row.deleted} />
          </Fragment>
        );
      })}
      <td className="pl-or-end">
        {row.eventId !== null && entry(row.eventId, row.row)}
        {row.deleted && row.marks.length === 0 && <StatusMark status="note">Struck out by a tracked change</StatusMark>}
        <Marks marks={row.marks} />
      </td>
    </tr>
  );
}

function CellBox({ cell, pointed, struck }: { cell: OriginalCell; pointed: boolean; struck: boolean }): ReactNode {
  const words = struck ? <s>{cell.text}</s> : cell.text;
  return (
    <td
      colSpan={cell.span > 1 ? cell.span : undefined}
      data-above={cell.fromAbove || undefined}
      data-hidden={cell.hidden || undefined}
      data-pointed={pointed || undefined}
    >
      {cell.fromAbove && cell.text !== '' && <span className="pl-hidden">From the merged cell above: </span>}
      {pointed && <span className="pl-hidden">This is the cell: </span>}
      {words}
      {cell.hidden && <StatusMark status="note">Hidden column</StatusMark>}
      <Notes notes={cell.notes} />
      <Marks marks={cell.marks} />
    </td>
  );
}

function Notes({ notes }: { notes: readonly string[] }): ReactNode {
  return notes.map((note, index) => (
    // Two notes of one cell may have the same words; they never move.
    <span key={index} className="pl-or-note">
      Note: {note}
    </span>
  ));
}

function Marks({ marks }: { marks: readonly OriginalMark[] }): ReactNode {
  if (marks.length === 0) return null;
  return (
    <ul className="pl-or-marks">
      {marks.map((mark, index) => (
        <li key={index}>
          <StatusMark status={statusOfSeverity(mark.severity)}>{mark.message}</StatusMark>
        </li>
      ))}
    </ul>
  );
}

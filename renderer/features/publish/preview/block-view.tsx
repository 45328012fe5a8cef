import type { ReactNode } from 'react';
import type { Block } from '#shared/doc-blocks/blocks.ts';
import { assertNever } from '#shared/kernel/assert.ts';
import { MarkedRuns, type MarkProps, Pin } from './marked-runs.tsx';

/** One block as it will be printed. The window's own heading stands above: the title is an h3 here. */
export function BlockView({ block, ...marks }: MarkProps & { block: Block }): ReactNode {
  switch (block.t) {
    case 'title':
      return (
        <h3 className="pl-doc-title">
          <MarkedRuns runs={block.runs} {...marks} />
        </h3>
      );
    case 'subtitle':
      return (
        <p className="pl-doc-subtitle">
          <MarkedRuns runs={block.runs} {...marks} />
        </p>
      );
    case 'heading': {
      const Tag = ({ 1: 'h4', 2: 'h4', 3: 'h5', 4: 'h6' } as const)[block.level];
      return (
        <Tag className={`pl-doc-h${block.level}`}>
          <MarkedRuns runs={block.runs} {...marks} />
          {block.issues?.map((n) => (
            <Pin key={n} n={n} {...marks} />
          ))}
        </Tag>
      );
    }
    case 'contents':
      return (
        <ul className="pl-doc-contents">
          {block.items.map((item) => (
            <li key={item.anchor}>
              <MarkedRuns runs={item.runs} {...marks} />
            </li>
          ))}
        </ul>
      );
    case 'paragraph':
      return (
        <p className="pl-doc-p">
          <MarkedRuns runs={block.runs} {...marks} />
        </p>
      );
    case 'labelled':
      return (
        <p className="pl-doc-labelled">
          <b>{block.label}: </b>
          <span>
            <MarkedRuns runs={block.runs} {...marks} />
          </span>
        </p>
      );
    case 'listItem':
      return (
        <p className="pl-doc-item" data-ordered={block.ordered || undefined}>
          <MarkedRuns runs={block.runs} {...marks} />
        </p>
      );
    case 'table':
      return (
        <table className="pl-doc-table">
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.header.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, r) => (
              // Rows of a printed table have no other name than their place in it.
              <tr key={`row ${r + 1}`}>
                {row.map((cell, c) => (
                  <td key={block.header[c] ?? c}>
                    <MarkedRuns runs={cell} {...marks} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return assertNever(block);
  }
}

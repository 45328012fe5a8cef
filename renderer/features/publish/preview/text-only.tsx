import type { ReactNode } from 'react';
import type { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { BlockView } from './block-view.tsx';
import type { MarkProps } from './marked-runs.tsx';

/** Every word in reading order, large and plain: for reading the whole aloud or word by word. */
export function TextOnly({ doc, ...marks }: MarkProps & { doc: DocBlocks }): ReactNode {
  return (
    <div className="pl-pub-plain pl-prose" lang={doc.language}>
      {doc.blocks.map((block, i) => (
        // Blocks have no name but their place.
        <BlockView key={`block ${i + 1}`} block={block} {...marks} />
      ))}
    </div>
  );
}

/** A block as it was measured in one long column; all in the same unit. */
export type Measured = { top: number; bottom: number; keepWithNext: boolean };

/** Which blocks stand on which page. A heading never stands alone at the foot of a page; a block higher than a page has its own. */
export function paginate(blocks: readonly Measured[], pageHeight: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let from = blocks[0]?.top ?? 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (page.length > 0 && block.bottom - from > pageHeight) {
      let back = page.length;
      while (back > 0 && blocks[page[back - 1]!]!.keepWithNext) back--;
      // All of the page would go over: then the heading has to stay.
      const moved = back > 0 ? page.splice(back) : [];
      pages.push(page);
      page = moved;
      from = blocks[moved[0] ?? i]!.top;
    }
    page.push(i);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

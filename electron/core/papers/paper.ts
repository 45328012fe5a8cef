import type { Block } from '#shared/doc-blocks/blocks.ts';

/** Words of one look. A publication's own inlines are such runs too. */
export type PaperRun = { text: string; bold?: boolean | undefined; italic?: boolean | undefined };

/** A text, whose lines become paragraphs; runs of one paragraph; or several paragraphs of runs. */
export type PaperCell = string | readonly PaperRun[] | { paragraphs: readonly (readonly PaperRun[])[] };

export type PaperTable = {
  t: 'table';
  /** Printed above the table, and read out by a screen reader as the table's title. */
  caption: string;
  /** The heading above the table says it already: the caption is not printed. */
  captionUnseen?: true;
  header: readonly string[];
  /** Every row has a cell for every heading; a cell without words is printed as a dash. */
  rows: readonly (readonly PaperCell[])[];
  /** Relative widths, one a column; all alike where left out. */
  widths?: readonly number[] | undefined;
  /** Rows left empty at the end, to be written in. */
  blankRows?: number;
};

export type PaperBlock = Exclude<Block, { t: 'table' }> | PaperTable;

/** A working paper: whatever it says, it is told here as values. The title stands in the properties and at the foot. */
export type Paper = {
  title: string;
  /** On its side and in 10 point, as a chronology is printed. */
  landscape?: boolean;
  blocks: readonly PaperBlock[];
  /** Put into the properties; without it the file carries no day at all. */
  madeOn?: string;
};

import type { Child } from '#shared/chronology/age-at.ts';
import type { Agency } from '#shared/contract/review.ts';
import type { Layout } from '#shared/contract/views.ts';
import type { Gathering } from '../list/use-gathering.ts';
import type { GridColumns } from './columns.ts';

/** What every row needs to know of the review and of how it is laid out. */
export type RowContext = {
  agencies: ReadonlyMap<string, Agency>;
  themes: ReadonlyMap<string, string>;
  children: readonly Child[];
  identified: boolean;
  rows: Layout['rows'];
  columns: GridColumns;
  /** The same columns where the grid is narrow. */
  slimColumns: GridColumns;
  gathering: Gathering;
};

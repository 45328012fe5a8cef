import type { ColumnMapping, TableRef } from '#shared/model/agency-return.ts';
import { mappingOfTable } from '#shared/model/column-place.ts';

/** What is known of columns before a file is read. */
export type Hints = {
  given?: ColumnMapping | undefined;
  remembered?: ColumnMapping | undefined;
  briefly?: boolean;
  /** Every table of the file. */
  refs?: readonly TableRef[];
};

/** What is known of the columns of one table. */
export function hintsFor({ given, remembered, refs = [], ...rest }: Hints, ref: TableRef): Hints {
  return {
    ...rest,
    refs,
    ...(given ? { given: mappingOfTable(given, ref, refs) } : {}),
    ...(remembered ? { remembered: mappingOfTable(remembered, ref, refs) } : {}),
  };
}

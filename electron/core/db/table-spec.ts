/** How a column is kept: `id` 16 bytes, `json` text, `bool` 0 or 1; anything else as it is. */
export type ColumnKind = 'id' | 'json' | 'bool' | 'text' | 'int';
export type TableSpec = {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Rows that are written once: an update is a fault. */
  readonly immutable?: true;
};

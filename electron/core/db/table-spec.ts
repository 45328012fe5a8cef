/** How a column is kept: `id` 16 bytes, `json` text, `bool` 0 or 1, `bytes` base64 in the core; anything else as it is. */
export type ColumnKind = 'id' | 'json' | 'bool' | 'bytes' | 'text' | 'int';
export type TableSpec = {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Rows that are written once: an update is a fault. */
  readonly immutable?: true;
};
